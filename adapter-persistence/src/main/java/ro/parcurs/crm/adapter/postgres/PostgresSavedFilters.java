package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.SavedFilter;
import ro.parcurs.crm.lead.usecase.SavedFilterId;
import ro.parcurs.crm.lead.usecase.SavedFilters;

/** Saved filters in the table {@code saved_filter}. */
final class PostgresSavedFilters implements SavedFilters {

  private final SavedFilterMapper mapper;
  private final Documents documents;

  PostgresSavedFilters(SavedFilterMapper mapper, Documents documents) {
    this.mapper = mapper;
    this.documents = documents;
  }

  @Override
  public SavedFilterId put(SavedFilter filter) {
    return mapper.put(
        new SavedFilterRow(
            filter.id(),
            filter.user(),
            filter.name(),
            documents.write(filter.filter()),
            filter.order().by(),
            filter.order().descending()));
  }

  @Override
  public List<SavedFilter> of(UserId user) {
    return mapper.ofUser(user).stream().map(this::filter).toList();
  }

  @Override
  public void remove(UserId user, SavedFilterId id) {
    mapper.delete(user, id);
  }

  private SavedFilter filter(SavedFilterRow row) {
    return new SavedFilter(
        row.id(),
        row.userId(),
        row.name(),
        documents.read(row.filter(), LeadFilter.class),
        new LeadOrder(row.sort(), row.descending()));
  }
}
