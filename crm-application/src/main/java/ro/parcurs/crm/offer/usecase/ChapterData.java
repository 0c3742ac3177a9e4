package ro.parcurs.crm.offer.usecase;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import ro.parcurs.crm.offer.Chapter;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.validation.PlainText;

/** A chapter of an offer, as it is entered. */
public record ChapterData(
    @NotNull @PlainText(max = Chapter.MAX_TITLE_LENGTH, required = true) String title,
    @NotNull @Size(max = OfferContent.MAX_LINES) List<@NotNull @Valid LineData> lines) {}
