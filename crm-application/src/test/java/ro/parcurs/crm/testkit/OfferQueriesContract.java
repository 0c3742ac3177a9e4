package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.LeadFixture.aLead;
import static ro.parcurs.crm.testkit.OfferFixture.TODAY;
import static ro.parcurs.crm.testkit.OfferFixture.VALID_UNTIL;
import static ro.parcurs.crm.testkit.OfferFixture.aDraft;
import static ro.parcurs.crm.testkit.OfferFixture.aFullContent;
import static ro.parcurs.crm.testkit.OfferFixture.finalised;
import static ro.parcurs.crm.testkit.PursuitFixture.BY_ION;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.offer.usecase.OfferFilter;
import ro.parcurs.crm.offer.usecase.OfferListItem;
import ro.parcurs.crm.offer.usecase.OfferQueries;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;

/** What every {@link OfferQueries} does. */
public abstract class OfferQueriesContract extends PortContract {

  private final UserId owner = new UserId("owner-" + newId());
  private final UserId assignee = new UserId("ana");
  private Lead lead;
  private Offer superseded;
  private Offer draft;

  protected OfferQueriesContract(Ports ports) {
    super(ports);
  }

  @BeforeEach
  void two_revisions_of_an_offer() {
    lead = aLead().named("Țesătoria Șoimul SRL " + newId()).activatedFor(owner).build();
    Pursuit pursuit = PursuitFixture.aPursuit(lead.id());
    Offer first = finalised(aDraft(pursuit, Optional.empty(), aFullContent()));
    Offer.Revised revised = first.revise(new OfferId(newId()), VALID_UNTIL.plusDays(10), BY_ION);
    superseded = revised.superseded();
    draft = revised.draft();
    inTransaction(
        () -> {
          port(Leads.class).add(lead);
          port(Pursuits.class).add(pursuit);
          port(Responsibilities.class).add(PursuitFixture.anOpen(Step.OFFER_NEGOTIATION, pursuit));
          port(Offers.class).add(superseded);
          port(Offers.class).add(draft);
        });
  }

  @Test
  void an_item_tells_what_the_offer_comes_to() {
    assertThat(list(OfferFilter.of(lead.id())))
        .containsExactly(item(draft, false), item(superseded, false));
  }

  @Test
  void what_is_expired_depends_on_the_day_and_on_whether_it_still_matters() {
    List<OfferListItem> later =
        port(OfferQueries.class)
            .list(
                LeadScope.ALL,
                OfferFilter.of(lead.id()),
                VALID_UNTIL.plusDays(11),
                Optional.empty(),
                10);
    assertThat(later).containsExactly(item(draft, true), item(superseded, false));

    OfferFilter expired = new OfferFilter(lead.id(), Set.of(), true, null);
    assertThat(list(expired)).isEmpty();
    assertThat(
            port(OfferQueries.class)
                .list(LeadScope.ALL, expired, VALID_UNTIL.plusDays(11), Optional.empty(), 10))
        .containsExactly(item(draft, true));
  }

  @Test
  void states_are_asked_for() {
    assertThat(
            list(
                new OfferFilter(
                    lead.id(), Set.of(OfferState.SUPERSEDED, OfferState.SENT), false, null)))
        .containsExactly(item(superseded, false));
  }

  @Test
  void the_search_looks_into_number_name_and_fiscal_code_without_diacritics() {
    for (String search :
        List.of(
            lead.company().name().toUpperCase(java.util.Locale.ROOT),
            "tesatoria soimul srl " + lead.company().name().substring(21),
            lead.cui().toString())) {
      assertThat(list(new OfferFilter(null, Set.of(), false, search)))
          .as(search)
          .containsExactly(item(draft, false), item(superseded, false));
    }
    assertThat(list(new OfferFilter(lead.id(), Set.of(), false, draft.number().toString())))
        .containsExactly(item(draft, false));
    assertThat(list(new OfferFilter(lead.id(), Set.of(), false, "nu există"))).isEmpty();
  }

  @Test
  void only_offers_of_leads_in_the_scope_are_shown() {
    assertThat(list(LeadScope.of(owner))).hasSize(2);
    assertThat(list(LeadScope.of(assignee))).hasSize(2);
    assertThat(list(LeadScope.of(new UserId("stranger")))).isEmpty();
    assertThat(list(LeadScope.NONE)).isEmpty();
  }

  @Test
  void the_list_can_be_read_in_pages() {
    OfferQueries queries = port(OfferQueries.class);
    OfferFilter filter = OfferFilter.of(lead.id());
    assertThat(queries.list(LeadScope.ALL, filter, TODAY, Optional.empty(), 1))
        .containsExactly(item(draft, false));
    assertThat(queries.list(LeadScope.ALL, filter, TODAY, Optional.of(draft.id()), 1))
        .containsExactly(item(superseded, false));
    assertThat(queries.list(LeadScope.ALL, filter, TODAY, Optional.of(superseded.id()), 1))
        .isEmpty();
  }

  private List<OfferListItem> list(OfferFilter filter) {
    return port(OfferQueries.class).list(LeadScope.ALL, filter, TODAY, Optional.empty(), 10);
  }

  private List<OfferListItem> list(LeadScope scope) {
    return port(OfferQueries.class)
        .list(scope, OfferFilter.of(lead.id()), TODAY, Optional.empty(), 10);
  }

  private OfferListItem item(Offer offer, boolean expired) {
    return new OfferListItem(
        offer.id(),
        offer.number(),
        offer.state(),
        expired,
        lead.id(),
        lead.company().name(),
        lead.cui(),
        offer.figures().totals().net(),
        offer.figures().totals().gross(),
        offer.content().validUntil(),
        offer.milestones().drafted());
  }
}
