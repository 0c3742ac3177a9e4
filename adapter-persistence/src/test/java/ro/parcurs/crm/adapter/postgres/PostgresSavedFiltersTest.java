package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.SavedFilter;
import ro.parcurs.crm.lead.usecase.SavedFilters;
import ro.parcurs.crm.testkit.SavedFiltersContract;

class PostgresSavedFiltersTest extends SavedFiltersContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresSavedFiltersTest() {
    super(DATABASE);
  }

  @Test
  void a_filter_saved_before_there_were_tags_asks_for_none() {
    DATABASE.execute(
        """
        insert into saved_filter (id, user_id, name, filter, sort, descending)
        values ('%s', 'early', 'old', '{"text": "", "states": ["ACTIVE"], "owners": [],
          "unowned": false, "steps": [], "priorities": [], "counties": [], "sources": [],
          "overdue": false}', 'NAME', false)
        """
            .formatted(UUID.randomUUID()));
    assertThat(DATABASE.port(SavedFilters.class).of(new UserId("early")))
        .extracting(SavedFilter::filter)
        .containsExactly(LeadFilter.ALL.withStates(Set.of(LeadState.ACTIVE)));
  }
}
