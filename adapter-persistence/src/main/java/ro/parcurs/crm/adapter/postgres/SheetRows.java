package ro.parcurs.crm.adapter.postgres;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import ro.parcurs.crm.catalogue.PricingTerms;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetChapter;
import ro.parcurs.crm.evaluation.SheetLine;
import ro.parcurs.crm.evaluation.SheetTerms;
import ro.parcurs.crm.evaluation.usecase.SheetListItem;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.ExchangeRate;
import ro.parcurs.crm.money.Money;

/** Between evaluation sheets and their rows. */
@Mapper(config = RowMapping.class)
interface SheetRows {

  /**
   * @param chapters the frozen content as a document
   * @param net what it comes to
   */
  @Mapping(target = "currency", source = "sheet.terms.pricing.currency")
  @Mapping(target = "exchangeRate", source = "sheet.terms.pricing", qualifiedByName = "rate")
  @Mapping(target = "explosion", source = "sheet.terms.explosion")
  @Mapping(target = "lines", ignore = true)
  @Mapping(target = "chapters", source = "chapters")
  @Mapping(target = "net", source = "net")
  @Mapping(target = "finalisedBy", expression = "java(nullable(sheet.finalised().map(Stamp::by)))")
  @Mapping(
      target = "finalisedByName",
      expression = "java(nullable(sheet.finalised().map(Stamp::name)))")
  @Mapping(target = "finalisedAt", expression = "java(nullable(sheet.finalised().map(Stamp::at)))")
  @Mapping(target = "addedBy", source = "sheet.added.by")
  @Mapping(target = "addedByName", source = "sheet.added.name")
  @Mapping(target = "addedAt", source = "sheet.added.at")
  @Mapping(target = "changedBy", source = "sheet.changed.by")
  @Mapping(target = "changedByName", source = "sheet.changed.name")
  @Mapping(target = "changedAt", source = "sheet.changed.at")
  SheetRow row(EvaluationSheet.Snapshot sheet, @Nullable String chapters, @Nullable BigDecimal net);

  @Named("rate")
  default @Nullable BigDecimal rate(PricingTerms terms) {
    return terms.rate().map(ExchangeRate::value).orElse(null);
  }

  default <T> @Nullable T nullable(Optional<T> value) {
    return value.orElse(null);
  }

  @Mapping(target = "terms", source = "row")
  @Mapping(target = "lines", source = "lines")
  @Mapping(target = "chapters", source = "chapters")
  @Mapping(target = "finalised", source = "row", qualifiedByName = "finalised")
  @Mapping(target = "added", source = "row", qualifiedByName = "added")
  @Mapping(target = "changed", source = "row")
  EvaluationSheet.Snapshot sheet(SheetRow row, List<SheetLine> lines, List<SheetChapter> chapters);

  default SheetTerms terms(SheetRow row) {
    Currency to = row.currency();
    Currency from = to == Currency.RON ? Currency.EUR : Currency.RON;
    return new SheetTerms(
        new PricingTerms(
            to,
            Optional.ofNullable(row.exchangeRate()).map(rate -> new ExchangeRate(from, to, rate))),
        row.explosion());
  }

  @Named("finalised")
  default Optional<Stamp> finalised(SheetRow row) {
    return row.finalisedBy() == null || row.finalisedByName() == null || row.finalisedAt() == null
        ? Optional.empty()
        : Optional.of(new Stamp(row.finalisedBy(), row.finalisedByName(), row.finalisedAt()));
  }

  @Named("added")
  default Stamp added(SheetRow row) {
    return new Stamp(row.addedBy(), row.addedByName(), row.addedAt());
  }

  @Mapping(target = "net", source = "row", qualifiedByName = "net")
  @Mapping(target = "added", source = "row", qualifiedByName = "listed")
  @Mapping(target = "changed", source = "row")
  SheetListItem item(SheetListRow row);

  @Named("net")
  default Optional<Money> net(SheetListRow row) {
    return Optional.ofNullable(row.net()).map(net -> new Money(net, row.currency()));
  }

  @Named("listed")
  default Stamp added(SheetListRow row) {
    return new Stamp(row.addedBy(), row.addedByName(), row.addedAt());
  }
}
