package ro.parcurs.crm.lead.usecase;

import java.util.Objects;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.text.Text;

/**
 * A filter of the list of leads that a user has given a name; nobody else sees it.
 *
 * @param name unique for the user; at most {@value #MAX_NAME} characters
 */
public record SavedFilter(
    SavedFilterId id, UserId user, String name, LeadFilter filter, LeadOrder order) {

  public static final int MAX_NAME = 80;

  public SavedFilter {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(user, "user");
    name = Text.required("name", name, MAX_NAME);
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(order, "order");
  }
}
