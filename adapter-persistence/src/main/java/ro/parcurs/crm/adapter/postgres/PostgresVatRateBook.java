package ro.parcurs.crm.adapter.postgres;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.catalogue.usecase.VatRateBook;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.money.VatRates;

/** The VAT rates in the tables {@code vat_rate_book} and {@code vat_rate}. */
final class PostgresVatRateBook implements VatRateBook {

  private static final TypeReference<List<VatRates.Period>> PERIODS = new TypeReference<>() {};

  private final VatRateMapper mapper;
  private final Documents documents;

  PostgresVatRateBook(VatRateMapper mapper, Documents documents) {
    this.mapper = mapper;
    this.documents = documents;
  }

  @Override
  public Edition current() {
    VatRateMapper.BookRow row = mapper.current();
    Optional<Stamp> changed =
        row.changedBy() == null || row.changedByName() == null || row.changedAt() == null
            ? Optional.empty()
            : Optional.of(new Stamp(row.changedBy(), row.changedByName(), row.changedAt()));
    return new Edition(
        new VatRates(documents.read(row.periods(), PERIODS)), changed, row.version());
  }

  @Override
  public void save(Edition edition) {
    Stamp by = edition.changed().orElseThrow();
    if (mapper.update(edition.version(), by) == 0) {
      throw new ConcurrentChange(Subject.VAT_RATE, "vat-rates", current().changed().orElse(by));
    }
    mapper.deleteRates();
    mapper.insertRates(
        edition.rates().periods().stream()
            .map(
                period ->
                    new VatRateMapper.RateRow(
                        period.rate().code(),
                        period.rate().percentage(),
                        period.rate().exempt(),
                        period.from(),
                        period.until().orElse(null)))
            .toList());
  }
}
