package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.lead.usecase.LeadCursor;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadListItem;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.LeadQueries;
import ro.parcurs.crm.work.Count;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * The lists of leads. A page is found in one of two ways. Along the order is the way where nearly
 * everything fits: the index of the order is read until the page is full. Where few leads fit that
 * would be nearly all of the index, so these are gathered first and then ordered. Which of the two
 * it is shows by gathering {@link #FEW} at most; the database's own guess doesn't know that firms
 * called "Transport …" stand together in the order of names.
 */
final class PostgresLeadQueries implements LeadQueries {

  /** So many are gathered and ordered in a few milliseconds. */
  static final int FEW = 2000;

  /** Along the order, a page of what fits more often than that is full after so many leads. */
  static final int STEPS = 5000;

  private final UnitOfWork work;
  private final LeadListMapper mapper;
  private final LeadRows rows = new GeneratedLeadRows();

  PostgresLeadQueries(UnitOfWork work, LeadListMapper mapper) {
    this.work = work;
    this.mapper = mapper;
  }

  @Override
  public List<LeadListItem> list(
      LeadScope scope,
      LeadFilter filter,
      Instant now,
      LeadOrder order,
      Optional<LeadCursor> after,
      int limit) {
    LeadListMapper.Question question = question(filter, now, order, after, limit);
    List<LeadPart> parts = LeadPart.of(scope, filter);
    return parts.isEmpty()
        ? List.of()
        : work.reading(() -> list(question, parts)).stream().map(rows::item).toList();
  }

  @Override
  public Count count(LeadScope scope, LeadFilter filter, Instant now) {
    LeadListMapper.Question question =
        question(filter, now, LeadOrder.BY_NAME, Optional.empty(), Count.LIMIT);
    List<LeadPart> parts = LeadPart.of(scope, filter);
    return parts.isEmpty() ? Count.of(0) : work.reading(() -> count(question, parts));
  }

  private List<LeadListRow> list(LeadListMapper.Question question, List<LeadPart> parts) {
    mapper.plan();
    List<LeadListRow> page = page(question, parts);
    return page.isEmpty() && mayBeMisspelt(question) && isNothing(question, parts)
        ? page(question.whereWordsMayBeMisspelt(), parts)
        : page;
  }

  /** Whether no page of the list has anything; that this one is empty is known. */
  private boolean isNothing(LeadListMapper.Question question, List<LeadPart> parts) {
    return question.after() == null || mapper.count(question, parts, 1) == 0;
  }

  private Count count(LeadListMapper.Question question, List<LeadPart> parts) {
    mapper.plan();
    long exact = mapper.count(question, parts, Count.LIMIT + 1);
    return Count.of(
        exact == 0 && mayBeMisspelt(question)
            ? mapper.count(question.whereWordsMayBeMisspelt(), parts, Count.LIMIT + 1)
            : exact);
  }

  private boolean mayBeMisspelt(LeadListMapper.Question question) {
    return mapper.knowsHowAlike() && !question.filter().words().isEmpty();
  }

  private List<LeadListRow> page(LeadListMapper.Question question, List<LeadPart> parts) {
    List<LeadPart> inOrder = LeadPart.inOrder(parts, question.order().by());
    if (isAllOf(parts, question.filter())) {
      return mapper.walk(question, inOrder, null);
    }
    List<LeadListRow> few = mapper.gather(question, inOrder, FEW + 1);
    if (few.isEmpty() || few.get(0).candidates() <= FEW) {
      return few;
    }
    List<LeadListRow> near = mapper.walk(question, inOrder, STEPS);
    return near.size() == question.limit() ? near : mapper.gather(question, inOrder, null);
  }

  /** Whether everything in the parts fits. */
  private static boolean isAllOf(List<LeadPart> parts, LeadFilter filter) {
    return filter.withOwners(Set.of(), false).equals(LeadFilter.ALL)
        && parts.stream().noneMatch(LeadPart::owners);
  }

  private static LeadListMapper.Question question(
      LeadFilter filter, Instant now, LeadOrder order, Optional<LeadCursor> after, int limit) {
    return new LeadListMapper.Question(
        filter,
        false,
        now,
        order,
        LeadCursor.missingDeadline(order),
        after.map(PostgresLeadQueries::place).orElse(null),
        limit);
  }

  private static LeadListMapper.Place place(LeadCursor after) {
    return switch (after.order().by()) {
      case NAME -> new LeadListMapper.Place(after.key(), null, null, after.lead());
      case PRIORITY -> new LeadListMapper.Place(null, after.priority(), null, after.lead());
      case DEADLINE, ADDED, CHANGED ->
          new LeadListMapper.Place(null, null, after.instant(), after.lead());
    };
  }
}
