package ro.parcurs.crm.adapter.postgres;

import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.work.NumberSeries;

/**
 * The number series in the table {@code number_series}: the row of a series stays locked until the
 * transaction that took a number ends, so the next one knows whether it was used.
 */
final class PostgresNumberSeries implements NumberSeries {

  private final NumberSeriesMapper mapper;

  PostgresNumberSeries(NumberSeriesMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public DocumentNumber next(Series series, int year) {
    return new DocumentNumber(series, year, mapper.next(series, year));
  }
}
