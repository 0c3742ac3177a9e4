package ro.parcurs.crm.testkit;

import java.util.Comparator;
import java.util.List;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.usecase.SavedFilter;
import ro.parcurs.crm.lead.usecase.SavedFilterId;
import ro.parcurs.crm.lead.usecase.SavedFilters;

/** Saved filters in memory. */
public final class InMemorySavedFilters implements SavedFilters {

  private final InMemoryTable<SavedFilterId, SavedFilter> filters;

  public InMemorySavedFilters(InMemoryDatabase database) {
    filters = database.table();
  }

  @Override
  public SavedFilterId put(SavedFilter filter) {
    SavedFilterId id =
        of(filter.user()).stream()
            .filter(other -> other.name().equals(filter.name()))
            .map(SavedFilter::id)
            .findFirst()
            .orElse(filter.id());
    filters.put(
        id, new SavedFilter(id, filter.user(), filter.name(), filter.filter(), filter.order()));
    return id;
  }

  @Override
  public List<SavedFilter> of(UserId user) {
    return filters.all().stream()
        .filter(filter -> filter.user().equals(user))
        .sorted(Comparator.comparing(SavedFilter::name))
        .toList();
  }

  @Override
  public void remove(UserId user, SavedFilterId id) {
    filters
        .find(id)
        .filter(filter -> filter.user().equals(user))
        .ifPresent(filter -> filters.remove(id));
  }
}
