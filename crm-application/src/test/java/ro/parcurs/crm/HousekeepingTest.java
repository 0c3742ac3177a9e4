package ro.parcurs.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.Workbooks.aWorkbook;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.usecase.CancelImport;
import ro.parcurs.crm.lead.usecase.DuplicateRule;
import ro.parcurs.crm.lead.usecase.ImportCounts;
import ro.parcurs.crm.lead.usecase.ImportLeads;
import ro.parcurs.crm.lead.usecase.ImportRun;
import ro.parcurs.crm.lead.usecase.LeadImports;
import ro.parcurs.crm.lead.usecase.ListImports;
import ro.parcurs.crm.lead.usecase.ShowImport;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.CommandResults;
import ro.parcurs.crm.work.IdempotencyKey;
import ro.parcurs.crm.work.UnitOfWork;

class HousekeepingTest {

  private record Command(int number) {}

  private final SettableClock clock = new SettableClock();
  private final Injector injector =
      Guice.createInjector(
          new CrmModule(clock, new SequentialIds(), new DefaultAccessPolicy()),
          new InMemoryModule());
  private final Housekeeping housekeeping = injector.getInstance(Housekeeping.class);
  private final LeadImports imports = injector.getInstance(Crm.class).leads().imports();

  @Test
  void old_results_are_forgotten_batch_by_batch() throws InterruptedException {
    CommandResults results = injector.getInstance(CommandResults.class);
    int kept = Housekeeping.BATCH + 3;
    injector
        .getInstance(UnitOfWork.class)
        .<Boolean>inTransaction(
            () -> {
              for (int i = 0; i < kept; i++) {
                IdempotencyKey key = new IdempotencyKey("key " + i);
                results.claim(Caller.of(ANA), key, new Command(i));
                results.keep(key, new Command(i));
              }
              return true;
            });
    assertThat(housekeeping.forgetResults(Housekeeping.USUAL_AGE)).isZero();
    Thread.sleep(5);
    Duration age = Duration.ofMillis(1);
    assertThat(housekeeping.forgetResults(age)).isEqualTo(Housekeeping.BATCH);
    assertThat(housekeeping.forgetResults(age)).isEqualTo(3);
    assertThat(housekeeping.forgetResults(age)).isZero();
  }

  @Test
  void old_imports_are_forgotten_batch_by_batch() throws IOException {
    for (int i = 0; i <= Housekeeping.IMPORTS; i++) {
      imported(file("Firmă " + i));
    }
    clock.advance(Housekeeping.USUAL_AGE);
    assertThat(housekeeping.forgetImports(Housekeeping.USUAL_AGE)).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(housekeeping.forgetImports(Housekeeping.USUAL_AGE)).isEqualTo(Housekeeping.IMPORTS);
    assertThat(housekeeping.forgetImports(Housekeeping.USUAL_AGE)).isEqualTo(1);
    assertThat(imports.list(ANA, new ListImports.Query(ListImports.MAX))).isEmpty();
  }

  @Test
  void an_unfinished_import_goes_on_until_it_is_forgotten() throws IOException {
    byte[] file = file("Firmă");
    ImportRun stopped = stopped(file);
    clock.advance(Housekeeping.USUAL_AGE);
    ImportRun again = stopped(file);
    assertThat(again.id()).isEqualTo(stopped.id());
    clock.advance(Duration.ofDays(1));
    assertThat(housekeeping.forgetImports(Housekeeping.USUAL_AGE)).isZero();
    ImportRun finished = imported(file);
    assertThat(finished.id()).isEqualTo(stopped.id());
    assertThat(finished.counts()).isEqualTo(new ImportCounts(2, 1, 0, 0, 1));
  }

  @Test
  void a_forgotten_import_would_begin_again_and_makes_no_lead_two() throws IOException {
    byte[] file = file("Firmă");
    ImportRun first = imported(file);
    clock.advance(Housekeeping.USUAL_AGE.plusMillis(1));
    assertThat(housekeeping.forgetImports(Housekeeping.USUAL_AGE)).isEqualTo(1);
    assertThatThrownBy(() -> imports.show(ANA, new ShowImport.Query(first.id())))
        .isInstanceOf(NotFound.class);
    ImportRun second = imported(file);
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.counts()).isEqualTo(new ImportCounts(2, 0, 0, 1, 1));
  }

  @Test
  void an_age_is_positive() {
    for (Duration none : new Duration[] {Duration.ZERO, Duration.ofDays(-1)}) {
      assertThatThrownBy(() -> housekeeping.forgetResults(none))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> housekeeping.forgetImports(none))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** Of one lead, and one row that fails. */
  private byte[] file(String name) {
    return aWorkbook()
        .sheet(
            "Foaie",
            "CUI | Denumire | Județ | Localitate",
            Cuis.next().digits() + " | " + name + " | Cluj | Dej",
            "x | " + name + " | Cluj | Dej")
        .writtenBy(injector.getInstance(Spreadsheets.class));
  }

  private ImportRun imported(byte[] file) throws IOException {
    return imports.run(Caller.of(ANA), command(file), ImportLeads.Listener.NONE);
  }

  private ImportRun stopped(byte[] file) throws IOException {
    return imports.run(
        Caller.of(ANA),
        command(file),
        begun -> imports.cancel(Caller.of(ANA), new CancelImport.Command(begun.id())));
  }

  private static ImportLeads.Command command(byte[] file) {
    return new ImportLeads.Command(
        () -> new ByteArrayInputStream(file),
        "a.xlsx",
        null,
        null,
        DuplicateRule.SKIP,
        Locale.ENGLISH);
  }
}
