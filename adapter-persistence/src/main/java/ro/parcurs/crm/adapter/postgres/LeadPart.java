package ro.parcurs.crm.adapter.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.usecase.LeadFilter;

/**
 * A part of the leads in a scope that one index holds in the order of the list. No lead is in two
 * parts, and the parts together are {@link LeadScope#contains}.
 *
 * @param to whom the leads are shown: a user, or {@link #EVERYBODY}; missing for all leads
 * @param besides whether the user is shown them as an assignee besides those that own them
 * @param owners whether the filter's owners still have to be looked at
 * @param dated whether the leads have a deadline; missing for both
 */
record LeadPart(@Nullable String to, boolean besides, boolean owners, @Nullable Boolean dated) {

  /** The value of {@code shown_to} in leads that nobody owns and that are inactive. */
  static final String EVERYBODY = "";

  /** The leads of more owners than that are found without parting them. */
  private static final int MOST_PARTS = 8;

  /** The parts in which leads that the filter asks for can be. */
  static List<LeadPart> of(LeadScope scope, LeadFilter filter) {
    boolean owners = filter.unowned() || !filter.owners().isEmpty();
    if (scope.all() && !filter.unowned() && isFew(filter.owners())) {
      return filter.owners().stream()
          .map(UserId::value)
          .sorted()
          .map(owner -> new LeadPart(owner, false, false, null))
          .toList();
    }
    if (scope.all()) {
      return List.of(new LeadPart(null, false, owners, null));
    }
    List<LeadPart> parts = new ArrayList<>();
    scope.user().ifPresent(user -> parts.addAll(of(user, filter, owners)));
    return parts;
  }

  private static List<LeadPart> of(UserId user, LeadFilter filter, boolean owners) {
    List<LeadPart> parts = new ArrayList<>();
    if (!owners || filter.owners().contains(user)) {
      parts.add(new LeadPart(user.value(), false, false, null));
    }
    if ((!owners || filter.unowned()) && isAsked(filter.states(), LeadState.INACTIVE)) {
      parts.add(new LeadPart(EVERYBODY, false, false, null));
    }
    parts.add(new LeadPart(user.value(), true, owners, null));
    return parts;
  }

  /** Of the leads those that have a deadline, or have none. */
  static List<LeadPart> dated(List<LeadPart> parts, boolean has) {
    return parts.stream().map(part -> part.dated(has)).toList();
  }

  private LeadPart dated(boolean has) {
    return new LeadPart(to, besides, owners, has);
  }

  private static boolean isFew(Set<UserId> owners) {
    return !owners.isEmpty() && owners.size() <= MOST_PARTS;
  }

  private static <T> boolean isAsked(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
