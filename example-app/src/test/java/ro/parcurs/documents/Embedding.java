package ro.parcurs.documents;

import com.google.inject.Guice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import javax.sql.DataSource;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.LeadRef;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.work.Caller;

/** The example of the README, compiled; {@link ReadmeTest} compares the two and runs it. */
final class Embedding {

  private Embedding() {}

  // As in the README:
  static String newLead(DataSource database, Users users, Actor salesperson, String fiscalCode) {
    PostgresAdapter postgres = PostgresAdapter.on(database); // brings the schema up to date
    Crm crm =
        Guice.createInjector(
                new CrmModule(),
                postgres.module(),
                binder -> binder.bind(Users.class).toInstance(users))
            .getInstance(Crm.class);

    Caller caller = Caller.of(salesperson).once("form-4711"); // pressed twice, done once
    CompanyData company =
        CompanyData.of(
            "Brutăria Exemplu SRL", new AddressData(County.CJ, "Cluj-Napoca", null, null));
    try {
      LeadRef lead =
          crm.leads()
              .add(caller, new AddLead.Command(fiscalCode, false, company, NotesData.NONE, null));

      Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);
      crm.pursuits()
          .activate(
              Caller.of(salesperson),
              new ActivateLead.Command(
                  lead.id(), lead.version(), salesperson.id(), tomorrow, null, null));
      return "Lead " + lead.id();
    } catch (CrmException e) {
      return crm.messages().of(e, Locale.forLanguageTag("ro"));
    }
  }
  // So far.
}
