package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

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
import ro.parcurs.crm.lead.usecase.SavedFilter;
import ro.parcurs.crm.lead.usecase.SavedFilterId;
import ro.parcurs.crm.lead.usecase.SavedFilters;
import ro.parcurs.crm.pursuit.Step;

/** What every {@link SavedFilters} does. */
public abstract class SavedFiltersContract extends PortContract {

  private static final LeadFilter NARROW =
      new LeadFilter(
          "șosea",
          Set.of(LeadState.ACTIVE, LeadState.REFUSED),
          Set.of(new UserId("ana"), new UserId("ion")),
          true,
          Set.of(Step.CONTRACTING),
          Set.of(Priority.HIGH),
          Set.of(County.CJ, County.B),
          Set.of(new LeadSource("Târg")),
          Set.of(new Tag("vest"), new Tag("agricol")),
          true);
  private static final LeadOrder LATEST = new LeadOrder(LeadSort.CHANGED, true);

  private final UserId user = new UserId("user " + newId());

  protected SavedFiltersContract(Ports ports) {
    super(ports);
  }

  @Test
  void a_filter_is_read_back_whole() {
    SavedFilter filter = filter(user, "b", NARROW, LATEST);
    SavedFilter all = filter(user, "a", LeadFilter.ALL, LeadOrder.BY_NAME);
    assertThat(put(filter)).isEqualTo(filter.id());
    put(all);
    assertThat(filters().of(user)).containsExactly(all, filter);
  }

  @Test
  void the_same_name_replaces_the_filter_and_keeps_its_identity() {
    SavedFilter first = filter(user, "a", LeadFilter.ALL, LeadOrder.BY_NAME);
    put(first);
    assertThat(put(filter(user, "a", NARROW, LATEST))).isEqualTo(first.id());
    assertThat(filters().of(user))
        .containsExactly(new SavedFilter(first.id(), user, "a", NARROW, LATEST));
  }

  @Test
  void nobody_sees_or_removes_the_filters_of_others() {
    SavedFilter mine = filter(user, "a", NARROW, LATEST);
    put(mine);
    UserId other = new UserId("other " + newId());
    assertThat(filters().of(other)).isEmpty();
    inTransaction(() -> filters().remove(other, mine.id()));
    assertThat(filters().of(user)).containsExactly(mine);
  }

  @Test
  void a_removed_filter_is_gone_and_removing_it_again_changes_nothing() {
    SavedFilter filter = filter(user, "a", NARROW, LATEST);
    put(filter);
    inTransaction(() -> filters().remove(user, filter.id()));
    inTransaction(() -> filters().remove(user, filter.id()));
    assertThat(filters().of(user)).isEmpty();
  }

  private SavedFilters filters() {
    return port(SavedFilters.class);
  }

  private SavedFilterId put(SavedFilter filter) {
    return inTransaction(() -> filters().put(filter));
  }

  private static SavedFilter filter(UserId user, String name, LeadFilter filter, LeadOrder order) {
    return new SavedFilter(new SavedFilterId(newId()), user, name, filter, order);
  }
}
