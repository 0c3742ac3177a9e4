package ro.parcurs.crm.offer.usecase;

import jakarta.validation.Valid;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.validation.ValidDecimal;

/**
 * What an offer says, as it is entered.
 *
 * @param exchangeRate how much of the offer's currency a unit of the other one is worth; needed
 *     only where items priced in the other currency are added
 * @param discount on the whole, in percent; missing for none
 * @param validUntil the last day on which it is valid
 */
public record OfferData(
    @NotNull @Nullable Currency currency,
    @ValidDecimal(ValidDecimal.Kind.EXCHANGE_RATE) @Nullable BigDecimal exchangeRate,
    @ValidDecimal(ValidDecimal.Kind.PERCENTAGE) @Nullable BigDecimal discount,
    @NotNull @Size(max = OfferContent.MAX_CHAPTERS) List<@NotNull @Valid ChapterData> chapters,
    @PlainText(max = OfferContent.MAX_NOTES_LENGTH) @Nullable String notes,
    @PlainText(max = OfferContent.MAX_TERMS_LENGTH) @Nullable String terms,
    @PlainText(max = OfferContent.MAX_DELIVERY_TIME_LENGTH) @Nullable String deliveryTime,
    @NotNull @FutureOrPresent @Nullable LocalDate validUntil) {}
