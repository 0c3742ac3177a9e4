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
 * @param shown which leads
 * @param to whom the leads are shown: a user, or {@link #EVERYBODY}; missing for all leads
 * @param owners whether the filter's owners still have to be looked at
 * @param dated whether the leads have a deadline; missing for both
 */
record LeadPart(Shown shown, @Nullable String to, boolean owners, @Nullable Boolean dated) {

  /** Which leads are in a part. */
  enum Shown {
    ALL,

    /** Those that the user owns, or nobody's. */
    TO,

    /** Those that the user is shown as an assignee besides those that own them. */
    BESIDES,

    /** All that the user is shown: the whole scope, which no index holds in any order. */
    SCOPE
  }

  /** The value of {@code shown_to} in leads that nobody owns and that are inactive. */
  static final String EVERYBODY = "";

  /** The leads of more owners than that are found without parting them. */
  private static final int MOST_PARTS = 8;

  /** The parts in which leads that the filter asks for can be. */
  static List<LeadPart> of(LeadScope scope, LeadFilter filter) {
    boolean owners = asksForOwners(filter);
    if (scope.all() && !filter.unowned() && isFew(filter.owners())) {
      return filter.owners().stream()
          .map(UserId::value)
          .sorted()
          .map(owner -> new LeadPart(Shown.TO, owner, false, null))
          .toList();
    }
    if (scope.all()) {
      return List.of(new LeadPart(Shown.ALL, null, owners, null));
    }
    List<LeadPart> parts = new ArrayList<>();
    scope.user().ifPresent(user -> parts.addAll(of(user, filter, owners)));
    return parts;
  }

  private static List<LeadPart> of(UserId user, LeadFilter filter, boolean owners) {
    List<LeadPart> parts = new ArrayList<>();
    if (!owners || filter.owners().contains(user)) {
      parts.add(new LeadPart(Shown.TO, user.value(), false, null));
    }
    if ((!owners || filter.unowned()) && isAsked(filter.states(), LeadState.INACTIVE)) {
      parts.add(new LeadPart(Shown.TO, EVERYBODY, false, null));
    }
    parts.add(new LeadPart(Shown.BESIDES, user.value(), owners, null));
    return parts;
  }

  /**
   * The same as one, for what is looked for in another index than that of the order: each part
   * would look for it again. Empty for a scope without leads.
   */
  static List<LeadPart> whole(LeadScope scope, LeadFilter filter) {
    boolean owners = asksForOwners(filter);
    return scope.all()
        ? List.of(new LeadPart(Shown.ALL, null, owners, null))
        : scope.user().stream()
            .map(user -> new LeadPart(Shown.SCOPE, user.value(), owners, null))
            .toList();
  }

  private static boolean asksForOwners(LeadFilter filter) {
    return filter.unowned() || !filter.owners().isEmpty();
  }

  /** Of the leads those that have a deadline, or have none. */
  static List<LeadPart> dated(List<LeadPart> parts, boolean has) {
    return parts.stream().map(part -> part.dated(has)).toList();
  }

  private LeadPart dated(boolean has) {
    return new LeadPart(shown, to, owners, has);
  }

  private static boolean isFew(Set<UserId> owners) {
    return !owners.isEmpty() && owners.size() <= MOST_PARTS;
  }

  private static <T> boolean isAsked(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
