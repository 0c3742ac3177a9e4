package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.util.Modules;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.lead.usecase.AddLeads;
import ro.parcurs.crm.lead.usecase.AddLeads.RowResult;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.DuplicateRule;
import ro.parcurs.crm.lead.usecase.LeadData;
import ro.parcurs.crm.lead.usecase.LeadUseCases;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.lead.usecase.PersonData;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.StoreBusy;
import ro.parcurs.crm.work.TimeOrderedIds;

/** Batches that overlap, at once: nobody waits in a circle, and no company becomes two leads. */
class BulkRaceTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final int BATCHES = 4;
  private static final int COMPANIES = 300;
  private static final int ROWS = 200;
  private static final AddressData DEJ = new AddressData(County.CJ, "Dej", null, null);
  private static final ExecutorService THREADS = Executors.newFixedThreadPool(BATCHES);

  private final LeadUseCases leads =
      Guice.createInjector(
              new CrmModule(new SettableClock(), new TimeOrderedIds(), new DefaultAccessPolicy()),
              Modules.override(new InMemoryModule()).with(DATABASE.adapter().module()))
          .getInstance(Crm.class)
          .leads();

  @AfterAll
  static void stop() {
    THREADS.shutdownNow();
  }

  @Test
  void overlapping_batches_at_once_end_without_a_deadlock_and_without_a_double() throws Exception {
    Instant start = Instant.now();
    long seed = Proof.seed();
    Random random = new Random(seed);
    int races = Proof.tries(8, 200);
    int stopped = 0;
    int wrong = 0;
    for (int i = 0; i < races; i++) {
      // some of the companies are there, so that new ones and changed ones are mixed
      List<String> cuis = companies();
      add(rows(cuis.subList(0, COMPANIES / 4), 0), DuplicateRule.SKIP);
      DuplicateRule rule = i % 2 == 0 ? DuplicateRule.UPDATE : DuplicateRule.SKIP;
      List<Callable<List<RowResult>>> batches = new ArrayList<>();
      CyclicBarrier barrier = new CyclicBarrier(BATCHES);
      for (int batch = 1; batch <= BATCHES; batch++) {
        List<LeadData> rows = rows(some(cuis, random), batch);
        batches.add(
            () -> {
              barrier.await();
              return add(rows, rule);
            });
      }
      List<RowResult> results = new ArrayList<>();
      for (Future<List<RowResult>> end : THREADS.invokeAll(batches)) {
        try {
          results.addAll(end.get());
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(StoreBusy.class);
          stopped++;
        }
      }
      wrong += isWhatWasTold(cuis, results) ? 0 : 1;
    }
    Proof.report(
        "overlapping batches of leads",
        seed,
        Duration.between(start, Instant.now()),
        "%d races of %d batches, %d batches stopped, %d races with doubles or lost rows"
            .formatted(races, BATCHES, stopped, wrong));
    assertThat(stopped).isZero();
    assertThat(wrong).isZero();
  }

  @Test
  void control_in_the_order_of_their_rows_batches_wait_in_a_circle() throws Exception {
    Random random = new Random(1);
    int deadlocks = 0;
    for (int i = 0; i < 10 && deadlocks == 0; i++) {
      List<String> cuis = companies();
      CyclicBarrier barrier = new CyclicBarrier(BATCHES);
      List<Callable<Boolean>> naive = new ArrayList<>();
      for (int batch = 0; batch < BATCHES; batch++) {
        List<String> rows = some(cuis, random);
        naive.add(
            () -> {
              barrier.await();
              return isAddedInOrder(rows);
            });
      }
      for (Future<Boolean> end : THREADS.invokeAll(naive)) {
        deadlocks += end.get() ? 0 : 1;
      }
    }
    assertThat(deadlocks).isPositive();
  }

  /** Whether everything the batches were told is so, and each company has one lead. */
  private static boolean isWhatWasTold(List<String> cuis, List<RowResult> results) {
    String list = "('" + String.join("', '", cuis) + "')";
    long added = results.stream().filter(RowResult.Added.class::isInstance).count();
    long failed = results.stream().filter(RowResult.Failed.class::isInstance).count();
    int there = Integer.parseInt(count("lead where cui in " + list));
    int different =
        Integer.parseInt(count("(select distinct cui from lead where cui in " + list + ") d"));
    int told =
        Integer.parseInt(
            count(
                "timeline where type = 'LeadAdded' and lead in (select id from lead where cui in "
                    + list
                    + ")"));
    int people =
        Integer.parseInt(
            count("contact_person where lead in (select id from lead where cui in " + list + ")"));
    return failed == 0
        && there == different
        && there == COMPANIES / 4 + added
        && told == there
        && people >= there;
  }

  private static String count(String of) {
    return DATABASE.query("select count(*) from " + of);
  }

  /** The naive way: row by row, as they come. */
  private static boolean isAddedInOrder(List<String> cuis) throws SQLException {
    try (Connection connection = DATABASE.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement(
              """
              insert into lead (id, version, cui, name, county, locality, priority, tags, state,
                search_text, name_key, added_by, added_by_name, added_at, changed_by,
                changed_by_name, changed_at)
              values (?, 1, ?, 'X', 'CJ', 'Dej', 'NORMAL', '{}', 'INACTIVE', 'x', 'x', 'ana', 'Ana',
                now(), 'ana', 'Ana', now())
              on conflict do nothing
              """)) {
        for (String cui : cuis) {
          insert.setObject(1, UUID.randomUUID());
          insert.setString(2, cui);
          insert.executeUpdate();
        }
        connection.commit();
        return true;
      } catch (SQLException e) {
        connection.rollback();
        assertThat(e.getSQLState()).isEqualTo("40P01");
        return false;
      }
    }
  }

  private List<RowResult> add(List<LeadData> rows, DuplicateRule rule) {
    return leads.addAll(Caller.of(MARIA), new AddLeads.Command(rows, rule)).rows();
  }

  private static List<String> companies() {
    return Stream.generate(() -> Cuis.next().digits()).limit(COMPANIES).toList();
  }

  private static List<String> some(List<String> cuis, Random random) {
    List<String> shuffled = new ArrayList<>(cuis);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, ROWS);
  }

  private static List<LeadData> rows(List<String> cuis, int batch) {
    return IntStream.range(0, cuis.size())
        .mapToObj(
            i ->
                new LeadData(
                    cuis.get(i),
                    false,
                    CompanyData.of("Exemplu " + batch + " SRL", DEJ),
                    NotesData.NONE,
                    null,
                    List.of(new PersonData("Ana " + batch, null, List.of(), List.of(), false)),
                    List.of()))
        .toList();
  }
}
