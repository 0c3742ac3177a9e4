package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.util.Modules;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.AddContactPerson;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.EditContactPerson;
import ro.parcurs.crm.lead.usecase.EraseContactPerson;
import ro.parcurs.crm.lead.usecase.ExportPersonalData;
import ro.parcurs.crm.lead.usecase.LeadRef;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.lead.usecase.PersonData;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.Trouble;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.pursuit.ContactMeans;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.RecordContactAttempt;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.MailFixture;
import ro.parcurs.crm.testkit.OfferFixture;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.TimeOrderedIds;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Promise P22: a person's data can be exported and erased. A marker is put into every field in
 * which a contact person's data can stand, and looked for in every row of every table.
 */
class PersonalDataTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final Caller MANAGER = Caller.of(MARIA);

  private final SettableClock clock = new SettableClock();
  private final Crm crm =
      Guice.createInjector(
              new CrmModule(clock, new TimeOrderedIds(), new DefaultAccessPolicy()),
              Modules.override(new InMemoryModule()).with(DATABASE.adapter().module()))
          .getInstance(Crm.class);

  @Test
  void of_an_erased_person_nothing_is_left_in_any_table() {
    Instant start = Instant.now();
    int persons = Proof.tries(5, 100);
    int hits = 0;
    for (int i = 0; i < persons; i++) {
      String marker = "martor" + i + "x";
      LeadId lead = aPursuedLead();
      ContactPersonId person = known(lead, marker);
      mailed(lead, person, marker);
      assertThat(rowsWith(marker)).as("the marker stands where it is looked for").isNotEmpty();
      ExportPersonalData.PersonalData data =
          crm.leads().people().export(MARIA, new ExportPersonalData.Command(lead, person));
      assertThat(data.name()).contains(marker);
      assertThat(data.elsewhere()).anyMatch(line -> line.contains(marker));

      crm.leads()
          .people()
          .erase(
              MANAGER.once("erase " + lead),
              new EraseContactPerson.Command(
                  lead, crm.leads().show(MARIA, new ShowLead.Query(lead)).version(), person));
      List<String> left = rowsWith(marker);
      assertThat(left).isEmpty();
      hits += left.size();
    }
    Proof.report(
        "P22 erased persons",
        0,
        Duration.between(start, Instant.now()),
        "%d persons, %d hits".formatted(persons, hits));
  }

  private LeadId aPursuedLead() {
    LeadRef lead =
        crm.leads()
            .add(
                MANAGER,
                new AddLead.Command(
                    Cuis.next().digits(),
                    false,
                    CompanyData.of("Exemplu SRL", new AddressData(County.CJ, "Dej", null, null)),
                    NotesData.NONE,
                    null));
    return lead.id();
  }

  /** A person with the marker in every field, met with keys that keep results. */
  private ContactPersonId known(LeadId lead, String marker) {
    AddContactPerson.Result added =
        crm.leads()
            .people()
            .add(
                MANAGER.once("add " + lead),
                new AddContactPerson.Command(lead, person(marker, "1")));
    LeadRef edited =
        crm.leads()
            .people()
            .edit(
                MANAGER.once("edit " + lead),
                new EditContactPerson.Command(
                    lead, added.lead(), added.person(), person(marker, "2")));
    ActivateLead.Result active =
        crm.pursuits()
            .activate(
                MANAGER,
                new ActivateLead.Command(
                    lead,
                    edited.version(),
                    MARIA.id(),
                    clock.instant().plus(Duration.ofDays(1)),
                    Step.PROSPECT_CONTACT,
                    null));
    crm.pursuits()
        .recordContact(
            MANAGER.once("contact " + lead),
            new RecordContactAttempt.Command(
                active.responsibility(),
                ContactMeans.PHONE,
                clock.instant(),
                added.person(),
                "nota " + marker));
    return added.person();
  }

  /** A mail to the person that waits, after a server has answered with their address. */
  private static void mailed(LeadId lead, ContactPersonId person, String marker) {
    Pursuit pursuit =
        DATABASE
            .port(Pursuits.class)
            .get(DATABASE.port(Responsibilities.class).findOpen(lead).orElseThrow().pursuit());
    Offer offer = OfferFixture.finalised(OfferFixture.aDraft(pursuit));
    MailMessage message =
        MailFixture.aMessage(
            new SendingId(UUID.randomUUID()),
            person,
            marker + "@exemplu.ro",
            "Bună ziua, " + marker,
            new byte[] {1});
    Sending waiting = MailFixture.aSending(offer, message);
    Outbox outbox = DATABASE.port(Outbox.class);
    DATABASE
        .port(UnitOfWork.class)
        .inTransaction(
            () -> {
              DATABASE.port(Offers.class).add(offer);
              outbox.add(waiting, message);
              Sending taken = waiting.stored().take(MailFixture.NOON);
              outbox.save(taken);
              outbox.save(
                  taken
                      .stored()
                      .delay(
                          Trouble.BUSY,
                          Optional.of("451 <" + marker + "@exemplu.ro>"),
                          MailFixture.NOON));
              return true;
            });
  }

  private static PersonData person(String marker, String turn) {
    return new PersonData(
        "Nume " + marker + turn,
        "Rol " + marker + turn,
        List.of(),
        List.of(marker + turn + "@exemplu.ro"),
        true);
  }

  /** Every row of every table in which the marker stands. */
  private static List<String> rowsWith(String marker) {
    List<String> rows = new ArrayList<>();
    for (String table : tables()) {
      try (Connection connection = DATABASE.dataSource().getConnection();
          PreparedStatement statement =
              connection.prepareStatement(
                  "select cast(t as text) from " + table + " t where cast(t as text) like ?")) {
        statement.setString(1, "%" + marker + "%");
        ResultSet found = statement.executeQuery();
        while (found.next()) {
          rows.add(table + " " + found.getString(1));
        }
      } catch (SQLException e) {
        throw new IllegalStateException(table, e);
      }
    }
    return rows;
  }

  private static List<String> tables() {
    List<String> tables = new ArrayList<>();
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select quote_ident(table_name) from information_schema.tables"
                    + " where table_schema = current_schema()")) {
      while (found.next()) {
        tables.add(found.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the tables", e);
    }
    assertThat(tables).contains("contact_person", "timeline", "event_log", "command_result");
    return tables;
  }
}
