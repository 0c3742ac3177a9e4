package ro.parcurs.crm.pursuit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.TimelineChain.Break;
import ro.parcurs.crm.work.TimelineChain.Tampering;
import ro.parcurs.crm.work.UnitOfWork;

class CheckTimelinesTest {

  private static final Actor ADMIN = new Actor(new UserId("vlad"), "Vlad", Set.of(Role.ADMIN));

  private final Injector injector = Guice.createInjector(new CrmModule(), new InMemoryModule());
  private final Crm crm = injector.getInstance(Crm.class);

  @Test
  void an_admin_checks_the_timelines_of_all_leads_page_by_page() {
    Set<LeadId> leads = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      leads.add(lead());
    }
    int checked = 0;
    int pages = 0;
    CheckTimelines.Page page;
    LeadId after = null;
    do {
      page = crm.pursuits().checkTimelines(ADMIN, new CheckTimelines.Query(after, 2));
      assertThat(page.breaks()).isEmpty();
      checked += page.checked();
      pages++;
      after = page.next().orElse(null);
    } while (after != null);
    assertThat(checked).isEqualTo(leads.size());
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void what_is_not_as_it_was_written_is_told() {
    lead();
    LeadId lead = lead();
    injector
        .getInstance(UnitOfWork.class)
        .<Boolean>inTransaction(
            () -> {
              injector
                  .getInstance(Timeline.class)
                  .append(
                      new TimelineEntry(
                          new TimelineEntryId(UUID.randomUUID()),
                          lead,
                          Optional.empty(),
                          Stamp.of(MARIA, new SettableClock().instant()),
                          new LeadActivated(1)));
              return true;
            });
    List<Break> breaks =
        crm.pursuits().checkTimelines(ADMIN, new CheckTimelines.Query(null, 10)).breaks();
    assertThat(breaks).hasSize(1);
    assertThat(breaks.get(0).lead()).isEqualTo(lead);
    assertThat(breaks.get(0).tampering()).isEqualTo(Tampering.INSERTED);
  }

  @Test
  void a_page_has_its_limits() {
    for (int leads : List.of(0, CheckTimelines.MAX_LEADS + 1)) {
      assertThatThrownBy(
              () -> crm.pursuits().checkTimelines(ADMIN, new CheckTimelines.Query(null, leads)))
          .isInstanceOf(InvalidInput.class);
    }
    assertThat(
            crm.pursuits()
                .checkTimelines(ADMIN, new CheckTimelines.Query(null, CheckTimelines.MAX_LEADS))
                .next())
        .isEmpty();
  }

  @Test
  void nobody_but_an_admin_checks() {
    assertThatThrownBy(
            () -> crm.pursuits().checkTimelines(MARIA, new CheckTimelines.Query(null, 1)))
        .isInstanceOf(NotPermitted.class);
  }

  private LeadId lead() {
    return crm.leads()
        .add(
            Caller.of(MARIA),
            new AddLead.Command(
                Cuis.next().digits(),
                false,
                CompanyData.of("Exemplu SRL", new AddressData(County.CJ, "Dej", null, null)),
                NotesData.NONE,
                null))
        .id();
  }
}
