package ro.parcurs.crm.lead.usecase;

import java.util.List;
import ro.parcurs.crm.actor.UserId;

/** The store of saved filters; writes happen only inside a unit of work. */
public interface SavedFilters {

  /**
   * Keeps a filter; one of the same user and name is replaced, and keeps its identity.
   *
   * @return the identity it is kept under
   */
  SavedFilterId put(SavedFilter filter);

  /** The user's filters, by name. */
  List<SavedFilter> of(UserId user);

  /** Forgets a filter; one that is not there, or not the user's, is none. */
  void remove(UserId user, SavedFilterId id);
}
