package ro.parcurs.crm.testkit;

import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.work.NumberSeries;

/** The number series in memory. */
public final class InMemoryNumberSeries implements NumberSeries {

  private record Key(Series series, int year) {}

  private final InMemoryTable<Key, Integer> last;

  public InMemoryNumberSeries(InMemoryDatabase database) {
    last = database.table();
  }

  @Override
  public DocumentNumber next(Series series, int year) {
    Key key = new Key(series, year);
    DocumentNumber number = new DocumentNumber(series, year, last.find(key).orElse(0) + 1);
    last.put(key, number.ordinal());
    return number;
  }
}
