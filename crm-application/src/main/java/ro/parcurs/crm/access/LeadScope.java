package ro.parcurs.crm.access;

import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.actor.UserId;

/**
 * Which leads an actor's lists, counts, searches and exports are made of. Every query port takes
 * one, and applies it in the query itself.
 *
 * @param all every lead
 * @param user otherwise the leads that this user owns or is assigned to, and the unowned inactive
 *     ones; empty for no lead at all
 */
public record LeadScope(boolean all, Optional<UserId> user) {

  /** Every lead. */
  public static final LeadScope ALL = new LeadScope(true, Optional.empty());

  /** No lead. */
  public static final LeadScope NONE = new LeadScope(false, Optional.empty());

  public LeadScope {
    Objects.requireNonNull(user, "user");
    if (all && user.isPresent()) {
      throw new IllegalArgumentException("a scope is of all leads or of one user's");
    }
  }

  /** The leads that the user owns or is assigned to, and the unowned inactive ones. */
  public static LeadScope of(UserId user) {
    return new LeadScope(false, Optional.of(user));
  }

  /** Whether the lead is in the scope; the rule that queries repeat in their own language. */
  public boolean contains(LeadAccess lead) {
    return all || user.filter(id -> isOpenTo(id, lead)).isPresent();
  }

  private static boolean isOpenTo(UserId id, LeadAccess lead) {
    return lead.owner().filter(id::equals).isPresent()
        || lead.assignee().filter(id::equals).isPresent()
        || (lead.owner().isEmpty() && lead.inactive());
  }
}
