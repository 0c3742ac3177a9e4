package ro.parcurs.crm.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.ExportLeads;
import ro.parcurs.crm.lead.usecase.LeadColumn;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.LeadSort;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;

/** The export of the list of leads; here, since so many would take hours to fail one by one. */
class ExportedLeadsTest {

  private static final Locale RO = Locale.forLanguageTag("ro");

  private final Injector injector =
      Guice.createInjector(
          new InMemoryModule(),
          new CrmModule(new SettableClock(), new SequentialIds(), new DefaultAccessPolicy()));
  private final Crm crm = injector.getInstance(Crm.class);
  private final Headings<LeadColumn> headings = new Headings<>(LeadColumn.class, crm.messages());

  @Test
  void the_shown_list_is_written_with_its_filter_in_its_order_with_all_its_pages()
      throws IOException {
    for (int i = 0; i < 2_345; i++) {
      add(ANA, "Firma %04d".formatted(i), ANA.id());
    }
    add(ANA, "Altceva", ANA.id());
    LeadFilter filter = LeadFilter.ALL.withText("firma");
    List<String> names =
        column(
            exported(ANA, new ExportLeads.Query(filter, new LeadOrder(LeadSort.NAME, true), RO)),
            LeadColumn.NAME);
    assertThat(names).hasSize(2_345).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(names).startsWith("Firma 2344").endsWith("Firma 0000");
  }

  @Test
  void nobody_exports_what_the_list_does_not_show_to_them() throws IOException {
    add(ANA, "A Anei", ANA.id());
    add(ION, "A lui Ion", ION.id());
    ExportLeads.Query everything = new ExportLeads.Query(LeadFilter.ALL, LeadOrder.BY_NAME, RO);
    assertThat(column(exported(ANA, everything), LeadColumn.NAME)).containsExactly("A Anei");
    assertThat(column(exported(ION, everything), LeadColumn.NAME)).containsExactly("A lui Ion");
  }

  @Test
  void headings_and_names_are_in_the_readers_language() throws IOException {
    add(ANA, "Exemplu SRL", ANA.id());
    byte[] english =
        exported(ANA, new ExportLeads.Query(LeadFilter.ALL, LeadOrder.BY_NAME, Locale.ENGLISH));
    assertThat(column(english, LeadColumn.STATE)).containsExactly("Inactive");
    byte[] romanian = exported(ANA, new ExportLeads.Query(LeadFilter.ALL, LeadOrder.BY_NAME, RO));
    assertThat(column(romanian, LeadColumn.STATE)).containsExactly("Inactiv");
    assertThat(column(romanian, LeadColumn.OWNER)).containsExactly(ANA.name());
    assertThat(column(romanian, LeadColumn.COUNTY)).containsExactly("Cluj");
  }

  @Test
  void a_stream_that_takes_no_more_is_told_as_it_is() {
    IOException full = new IOException("full");
    OutputStream stream =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw full;
          }
        };
    assertThatThrownBy(
            () ->
                crm.leads()
                    .export(
                        ANA, new ExportLeads.Query(LeadFilter.ALL, LeadOrder.BY_NAME, RO), stream))
        .isSameAs(full);
  }

  private void add(Actor actor, String name, UserId owner) {
    crm.leads()
        .add(
            Caller.of(actor),
            new AddLead.Command(
                Cuis.next().digits(),
                false,
                CompanyData.of(name, new AddressData(County.CJ, "Dej", null, null)),
                NotesData.NONE,
                owner));
  }

  private byte[] exported(Actor actor, ExportLeads.Query query) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    crm.leads().export(actor, query, to);
    return to.toByteArray();
  }

  private List<String> column(byte[] file, LeadColumn column) throws IOException {
    try (Workbook workbook =
        injector.getInstance(Spreadsheets.class).open(() -> new ByteArrayInputStream(file))) {
      Sheet sheet = workbook.sheet(Optional.empty());
      ColumnMap<LeadColumn> map = headings.find(sheet);
      assertThat(
              UnreadColumns.of(map.unread().values(), LeadColumn.class, crm.messages()).unknown())
          .isEmpty();
      List<String> values = new ArrayList<>();
      try (SheetRows rows = sheet.rows(map.headerRow() + 1)) {
        while (rows.hasNext()) {
          SheetRow row = rows.next();
          values.add(map.cell(row, column).text());
        }
      }
      return values;
    }
  }
}
