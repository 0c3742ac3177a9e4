package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.util.Modules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.WorkPointId;
import ro.parcurs.crm.lead.usecase.AddContactPerson;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddWorkPoint;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.AssignOwner;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.EditContactPerson;
import ro.parcurs.crm.lead.usecase.EditLead;
import ro.parcurs.crm.lead.usecase.EditWorkPoint;
import ro.parcurs.crm.lead.usecase.LeadRef;
import ro.parcurs.crm.lead.usecase.LeadUseCases;
import ro.parcurs.crm.lead.usecase.LeadView;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.lead.usecase.PersonData;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.lead.usecase.SiteData;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.TimeOrderedIds;

/** Promise P4: no edit is overwritten silently; what was acknowledged was applied. */
class LeadRaceTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final int EDITORS = 4;
  private static final AddressData DEJ = new AddressData(County.CJ, "Dej", null, null);

  private final LeadUseCases leads =
      Guice.createInjector(
              new CrmModule(new SettableClock(), new TimeOrderedIds(), new DefaultAccessPolicy()),
              Modules.override(new InMemoryModule()).with(DATABASE.adapter().module()))
          .getInstance(Crm.class)
          .leads();

  @Test
  void of_four_who_edit_a_lead_its_owner_a_person_and_a_site_at_once_one_is_acknowledged()
      throws Exception {
    Instant start = Instant.now();
    int races = Proof.tries(25, 250);
    int wrong = 0;
    for (int i = 0; i < races; i++) {
      wrong += isOneApplied() ? 0 : 1;
    }
    Proof.report(
        "P4 edits of a lead",
        0,
        Duration.between(start, Instant.now()),
        "%d races of %d, %d where acknowledged was not applied".formatted(races, EDITORS, wrong));
    assertThat(wrong).isZero();
  }

  @Test
  void without_the_version_edits_would_be_lost() throws Exception {
    int lost = 0;
    for (int i = 0; i < 20; i++) {
      LeadId lead = leads.add(Caller.of(MARIA), aLead()).id();
      String notes = "select notes from lead where id = '" + lead + "'";
      CyclicBarrier afterReading = new CyclicBarrier(2);
      List<Callable<Boolean>> naive = new ArrayList<>();
      for (String word : List.of("a", "b")) {
        naive.add(
            () -> {
              String before = DATABASE.query(notes);
              afterReading.await();
              DATABASE.execute(
                  "update lead set notes = '" + before + word + "' where id = '" + lead + "'");
              return true;
            });
      }
      Race.of(naive);
      lost += DATABASE.query(notes).length() == 2 ? 0 : 1;
    }
    assertThat(lost).isPositive();
  }

  private boolean isOneApplied() throws Exception {
    LeadRef lead = leads.add(Caller.of(MARIA), aLead());
    ContactPersonId person =
        leads
            .people()
            .add(Caller.of(MARIA), new AddContactPerson.Command(lead.id(), person("Ioana")))
            .person();
    AddWorkPoint.Result site =
        leads.sites().add(Caller.of(MARIA), new AddWorkPoint.Command(lead.id(), site("Depozit")));
    List<String> acknowledged = race(lead.id(), person, site.workPoint(), site.lead());

    LeadView after = show(lead.id());
    List<String> applied = new ArrayList<>();
    if (after.company().name().equals("Altfel SRL")) {
      applied.add("lead");
    }
    if (after.owner().isPresent()) {
      applied.add("owner");
    }
    if (after.contactPersons().get(0).name().equals("Maria")) {
      applied.add("person");
    }
    if (after.workPoints().get(0).name().equals("Siloz")) {
      applied.add("site");
    }
    return acknowledged.size() == 1
        && applied.equals(acknowledged)
        && after.version().equals(site.lead().next());
  }

  private List<String> race(LeadId lead, ContactPersonId person, WorkPointId site, Version seen)
      throws Exception {
    List<Callable<String>> edits =
        List.of(
            edit(
                "lead",
                () ->
                    leads.edit(
                        Caller.of(MARIA),
                        new EditLead.Command(
                            lead, seen, CompanyData.of("Altfel SRL", DEJ), NotesData.NONE))),
            edit(
                "owner",
                () ->
                    leads.assignOwner(
                        Caller.of(MARIA), new AssignOwner.Command(lead, seen, ION.id()))),
            edit(
                "person",
                () ->
                    leads
                        .people()
                        .edit(
                            Caller.of(MARIA),
                            new EditContactPerson.Command(lead, seen, person, person("Maria")))),
            edit(
                "site",
                () ->
                    leads
                        .sites()
                        .edit(
                            Caller.of(MARIA),
                            new EditWorkPoint.Command(lead, seen, site, site("Siloz")))));
    return Race.of(edits).stream().filter(name -> !name.isEmpty()).toList();
  }

  /** Says its name when it was acknowledged, and nothing when somebody else was first. */
  private static Callable<String> edit(String name, Runnable change) {
    return () -> {
      try {
        change.run();
        return name;
      } catch (ConcurrentChange refusal) {
        return "";
      }
    };
  }

  private LeadView show(LeadId lead) {
    return leads.show(MARIA, new ShowLead.Query(lead));
  }

  private static AddLead.Command aLead() {
    return new AddLead.Command(
        Cuis.next().digits(), false, CompanyData.of("Exemplu SRL", DEJ), NotesData.NONE, null);
  }

  private static PersonData person(String name) {
    return new PersonData(name, null, List.of(), List.of(), false);
  }

  private static SiteData site(String name) {
    return new SiteData(name, County.CJ, "Gherla", "Str. Lungă 1", null);
  }
}
