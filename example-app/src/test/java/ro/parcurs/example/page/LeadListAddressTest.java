package ro.parcurs.example.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.lead.LeadSource;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.Tag;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.LeadSort;
import ro.parcurs.crm.pursuit.Step;

class LeadListAddressTest {

  private static final LeadListAddress FULL =
      new LeadListAddress(
          new LeadFilter(
              "șosea & co",
              Set.of(LeadState.ACTIVE, LeadState.REFUSED),
              Set.of(new UserId("ana.ionescu")),
              true,
              Set.of(Step.CONTRACTING),
              Set.of(Priority.HIGH, Priority.URGENT),
              Set.of(County.CJ, County.B),
              Set.of(new LeadSource("Târg")),
              Set.of(new Tag("vest"), new Tag("agricol")),
              true),
          new LeadOrder(LeadSort.DEADLINE, true));

  @Test
  void what_stands_in_the_address_is_read_back_the_same() {
    assertThat(of(FULL.values())).isEqualTo(FULL);
    LeadListAddress all = new LeadListAddress(LeadFilter.ALL, LeadOrder.BY_NAME);
    assertThat(of(all.values())).isEqualTo(all);
    assertThat(all.path()).isEqualTo("/leads");
  }

  @Test
  void the_address_is_written_so_that_browsers_understand_it() {
    assertThat(FULL.path("a+b"))
        .startsWith(
            "/leads?q=%C8%99osea+%26+co&state=ACTIVE&state=REFUSED&owner=ana.ionescu&owner=-")
        .endsWith("&after=a%2Bb");
  }

  @Test
  void what_cannot_be_read_asks_for_nothing() {
    assertThat(
            of(
                Map.of(
                    "state", List.of("NOWHERE"),
                    "sort", List.of("?"),
                    "county", List.of("XX"),
                    "source", List.of("x".repeat(500)))))
        .isEqualTo(new LeadListAddress(LeadFilter.ALL, LeadOrder.BY_NAME));
  }

  @Test
  void asked_for_the_same_order_again_the_list_turns_round() {
    LeadListAddress byName = new LeadListAddress(LeadFilter.ALL, LeadOrder.BY_NAME);
    assertThat(byName.ordered(LeadSort.NAME)).isEqualTo("/leads?desc=yes");
    assertThat(byName.ordered(LeadSort.PRIORITY)).isEqualTo("/leads?sort=PRIORITY");
  }

  private static LeadListAddress of(Map<String, List<String>> values) {
    return LeadListAddress.of(name -> values.getOrDefault(name, List.of()));
  }
}
