package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import java.util.List;
import ro.parcurs.crm.actor.Actor;

/** The filters that the actor has saved, by name. */
public final class ListFilters {

  private final SavedFilters filters;

  @Inject
  public ListFilters(SavedFilters filters) {
    this.filters = filters;
  }

  public List<SavedFilter> handle(Actor actor) {
    return filters.of(actor.id());
  }
}
