package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.ExchangeRateMissing;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.PricingTerms;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.catalogue.usecase.VatRateBook;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.ExchangeRate;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.offer.Chapter;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.offer.OfferGeneration;
import ro.parcurs.crm.offer.OfferLine;
import ro.parcurs.crm.offer.OfferedItem;
import ro.parcurs.crm.text.Text;
import ro.parcurs.crm.validation.Given;
import ro.parcurs.crm.work.Journal;

/**
 * Turns what was entered into an offer's content: lines from the catalogue are filled up from it,
 * at the prices of the day and in the offer's currency. What the offer knew of an item already
 * stays as it was.
 */
public final class OfferWriter {

  private final CatalogueItems items;
  private final VatRateBook book;
  private final Journal journal;

  @Inject
  public OfferWriter(CatalogueItems items, VatRateBook book, Journal journal) {
    this.items = items;
    this.book = book;
    this.journal = journal;
  }

  /**
   * @param before what the offer says now; empty for a new one
   * @throws InvalidInput {@code unknown-item}, {@code unknown-vat-rate}, with every fault
   * @throws ExchangeRateMissing when an item is priced in the other currency and no rate was given
   */
  OfferContent write(OfferData data, Optional<OfferContent> before) {
    return new Writing(data, before).content();
  }

  /** One offer being written. */
  private final class Writing {

    private final OfferData data;
    private final Currency currency;
    private final Optional<ExchangeRate> rate;
    private final Map<ItemId, OfferedItem> known = new HashMap<>();
    private final Map<String, VatRate> vatRates = new HashMap<>();
    private final Catalogue catalogue;
    private final List<Violation> faults = new ArrayList<>();

    Writing(OfferData data, Optional<OfferContent> before) {
      this.data = data;
      currency = Objects.requireNonNull(data.currency());
      rate =
          Optional.ofNullable(data.exchangeRate())
              .map(value -> new ExchangeRate(other(currency), currency, value));
      before.stream().flatMap(OfferContent::lines).forEach(this::remember);
      book.current().rates().validOn(journal.today()).forEach(this::allow);
      catalogue =
          items.catalogueOf(
              data.chapters().stream()
                  .flatMap(chapter -> chapter.lines().stream())
                  .flatMap(line -> Optional.ofNullable(line.item()).stream())
                  .distinct()
                  .toList());
    }

    private void remember(OfferLine line) {
      line.item().ifPresent(item -> known.put(item.id(), item));
      allow(line.vat());
    }

    private void allow(VatRate vat) {
      vatRates.put(vat.code(), vat);
    }

    OfferContent content() {
      List<Chapter> chapters = new ArrayList<>();
      for (int c = 0; c < data.chapters().size(); c++) {
        ChapterData chapter = data.chapters().get(c);
        List<OfferLine> lines = new ArrayList<>();
        for (int i = 0; i < chapter.lines().size(); i++) {
          String path = "content.chapters[" + c + "].lines[" + i + "]";
          line(path, chapter.lines().get(i)).ifPresent(lines::add);
        }
        chapters.add(new Chapter(chapter.title(), lines));
      }
      if (!faults.isEmpty()) {
        throw new InvalidInput(faults);
      }
      return new OfferContent(
          currency,
          rate,
          percentage(data.discount()),
          chapters,
          Given.text(data.notes()),
          Given.text(data.terms()),
          Given.text(data.deliveryTime()),
          Objects.requireNonNull(data.validUntil()));
    }

    private Optional<OfferLine> line(String path, LineData line) {
      if (line.item() == null) {
        return typed(path, line, Optional.empty());
      }
      Optional<OfferedItem> before = Optional.ofNullable(known.get(line.item()));
      if (before.isPresent() && line.isComplete()) {
        return typed(path, line, before);
      }
      if (catalogue.find(line.item()).isEmpty()) {
        faults.add(new Violation(path + ".item", "unknown-item", Map.of()));
        return Optional.empty();
      }
      OfferLine listed = listed(line.item(), quantity(line));
      vatRates.putIfAbsent(listed.vat().code(), listed.vat());
      return typed(path, line.filledFrom(listed), before.or(listed::item));
    }

    private OfferLine listed(ItemId item, Quantity quantity) {
      if (!known.containsKey(item)) {
        catalogue.requireActive(item);
      }
      PricingTerms terms = new PricingTerms(currency, rate);
      return OfferGeneration.line(catalogue.line(item, quantity, terms));
    }

    private Optional<OfferLine> typed(String path, LineData line, Optional<OfferedItem> item) {
      VatRate vat = vatRates.get(Text.clean(Objects.requireNonNull(line.vat())));
      if (vat == null) {
        faults.add(new Violation(path + ".vat", "unknown-vat-rate", Map.of()));
        return Optional.empty();
      }
      return Optional.of(
          new OfferLine(
              item,
              Objects.requireNonNull(line.name()),
              Objects.requireNonNull(line.unit()),
              quantity(line),
              new UnitPrice(Objects.requireNonNull(line.price()), currency),
              percentage(line.discount()),
              vat,
              line.optional()));
    }
  }

  private static Quantity quantity(LineData line) {
    return new Quantity(Objects.requireNonNull(line.quantity()));
  }

  private static Percentage percentage(@Nullable BigDecimal value) {
    return value == null ? Percentage.ZERO : new Percentage(value);
  }

  private static Currency other(Currency currency) {
    return currency == Currency.RON ? Currency.EUR : Currency.RON;
  }
}
