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
import ro.parcurs.crm.catalogue.InactiveItems;
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
    Currency currency = Objects.requireNonNull(data.currency());
    Optional<ExchangeRate> rate =
        Optional.ofNullable(data.exchangeRate())
            .map(value -> new ExchangeRate(other(currency), currency, value));
    Catalogue catalogue =
        items.catalogueOf(
            data.chapters().stream()
                .flatMap(chapter -> chapter.lines().stream())
                .flatMap(line -> Optional.ofNullable(line.item()).stream())
                .distinct()
                .toList());
    Lines lines = new Lines(new PricingTerms(currency, rate), before, catalogue);
    List<Violation> faults = new ArrayList<>();
    List<Chapter> chapters = new ArrayList<>();
    for (int c = 0; c < data.chapters().size(); c++) {
      ChapterData chapter = data.chapters().get(c);
      List<OfferLine> written = new ArrayList<>();
      for (int i = 0; i < chapter.lines().size(); i++) {
        try {
          written.add(lines.line(chapter.lines().get(i)));
        } catch (InvalidInput fault) {
          String path = "content.chapters[" + c + "].lines[" + i + "]";
          faults.addAll(fault.within(path).violations());
        }
      }
      chapters.add(new Chapter(chapter.title(), written));
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

  /** Writes lines of an offer one by one, with all items of the catalogue at hand. */
  Lines lines(OfferContent before, Catalogue catalogue) {
    return new Lines(
        new PricingTerms(before.currency(), before.exchangeRate()), Optional.of(before), catalogue);
  }

  /** The lines of one offer being written. For one thread. */
  final class Lines {

    private final PricingTerms terms;
    private final Catalogue catalogue;
    private final Map<ItemId, OfferedItem> known = new HashMap<>();
    private final Map<String, VatRate> vatRates = new HashMap<>();

    private Lines(PricingTerms terms, Optional<OfferContent> before, Catalogue catalogue) {
      this.terms = terms;
      this.catalogue = catalogue;
      before.stream().flatMap(OfferContent::lines).forEach(this::remember);
      book.current().rates().validOn(journal.today()).forEach(this::allow);
    }

    private void remember(OfferLine line) {
      line.item().ifPresent(item -> known.put(item.id(), item));
      allow(line.vat());
    }

    private void allow(VatRate vat) {
      vatRates.put(vat.code(), vat);
    }

    /** Whether it is the code of a rate that is valid today, that the offer has, or the item. */
    boolean isRate(String code, Optional<ItemId> item) {
      return vatRates.containsKey(Text.clean(code))
          || item.flatMap(catalogue::find)
              .filter(known -> known.details().vat().code().equals(Text.clean(code)))
              .isPresent();
    }

    /**
     * @throws InvalidInput {@code unknown-item}, {@code unknown-vat-rate}
     * @throws InactiveItems when an item that the offer doesn't have is no longer sold
     * @throws ExchangeRateMissing when an item is priced in the other currency and no rate was
     *     given
     */
    OfferLine line(LineData line) {
      if (line.item() == null) {
        return typed(line, Optional.empty());
      }
      Optional<OfferedItem> before = Optional.ofNullable(known.get(line.item()));
      if (before.isPresent() && line.isComplete()) {
        return typed(line, before);
      }
      if (catalogue.find(line.item()).isEmpty()) {
        throw InvalidInput.of("item", "unknown-item");
      }
      OfferLine listed = listed(line.item(), quantity(line));
      vatRates.putIfAbsent(listed.vat().code(), listed.vat());
      return typed(line.filledFrom(listed), before.or(listed::item));
    }

    private OfferLine listed(ItemId item, Quantity quantity) {
      if (!known.containsKey(item)) {
        catalogue.requireActive(item);
      }
      return OfferGeneration.line(catalogue.line(item, quantity, terms));
    }

    private OfferLine typed(LineData line, Optional<OfferedItem> item) {
      VatRate vat = vatRates.get(Text.clean(Objects.requireNonNull(line.vat())));
      if (vat == null) {
        throw InvalidInput.of("vat", "unknown-vat-rate");
      }
      return new OfferLine(
          item,
          Objects.requireNonNull(line.name()),
          Objects.requireNonNull(line.unit()),
          quantity(line),
          new UnitPrice(Objects.requireNonNull(line.price()), terms.currency()),
          percentage(line.discount()),
          vat,
          line.optional());
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
