package ro.parcurs.crm.adapter.postgres;

import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;

import java.util.stream.IntStream;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;
import ro.parcurs.crm.catalogue.usecase.ItemRef;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;

/**
 * A program that imports leads in batches and, after each batch, generates an offer. It tells on
 * its output what was acknowledged. What it is told to do again has the same keys, so it goes on
 * where it was.
 */
final class Import {

  /** How many leads a batch has; so many are copied into the table. */
  static final int ROWS = 60;

  /** The first fiscal code without its check digit; each batch has one more, for its offer. */
  static final int FIRST = 20_000;

  static final String BEGUN = "begun";
  static final String BATCH = "batch ";
  static final String OFFER = "offer ";

  private Import() {}

  /**
   * @param arguments the address of the database, the first batch, the last one, and whether keys
   *     and batches are used
   */
  public static void main(String[] arguments) {
    int first = Integer.parseInt(arguments[1]);
    int last = Integer.parseInt(arguments[2]);
    boolean careful = Boolean.parseBoolean(arguments[3]);
    try (PostgresAdapter adapter =
        PostgresAdapter.open(Configuration.of(arguments[0], "postgres", "").withPoolSize(2))) {
      Sales sales = new Sales(adapter.module(), new SettableClock());
      ItemRef item = sales.item("import", "IMPORT");
      say(BEGUN);
      for (int batch = first; batch <= last; batch++) {
        if (careful) {
          addBatch(sales, batch);
        } else {
          addRowByRow(sales, batch);
        }
        say(BATCH + batch);
        if (careful) {
          String name = OFFER + batch;
          sales.offer(name, sales.readyForAnOffer(name, cui(batch, ROWS), item));
          say(name);
        }
      }
    }
  }

  /** All leads of a batch at once. */
  private static void addBatch(Sales sales, int batch) {
    sales.leads(BATCH + batch, IntStream.range(0, ROWS).mapToObj(row -> cui(batch, row)).toList());
  }

  /** What an import does that thinks of no accident. */
  private static void addRowByRow(Sales sales, int batch) {
    for (int row = 0; row < ROWS; row++) {
      try {
        sales
            .crm()
            .leads()
            .add(
                Caller.of(ANA),
                new AddLead.Command(
                    cui(batch, row).digits(),
                    false,
                    CompanyData.of("Exemplu SRL", Sales.DEJ),
                    NotesData.NONE,
                    null));
      } catch (AlreadyExists e) {
        say("twice " + cui(batch, row));
      }
    }
  }

  private static Cui cui(int batch, int row) {
    return Cuis.withBody(FIRST + batch * (ROWS + 1) + row);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
