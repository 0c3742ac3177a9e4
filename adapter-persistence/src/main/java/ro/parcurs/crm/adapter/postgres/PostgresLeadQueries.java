package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.lead.usecase.LeadCursor;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadListItem;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.LeadQueries;
import ro.parcurs.crm.lead.usecase.LeadSort;
import ro.parcurs.crm.work.Count;

/** The lists of leads, from their rows alone. */
final class PostgresLeadQueries implements LeadQueries {

  private final Lists lists;
  private final LeadListMapper mapper;
  private final LeadRows rows = new GeneratedLeadRows();

  PostgresLeadQueries(Lists lists, LeadListMapper mapper) {
    this.lists = lists;
    this.mapper = mapper;
  }

  /**
   * Where leads are looked for.
   *
   * @param inOrder along the order of the list
   * @param gathered in any order
   */
  private record Parts(List<LeadPart> inOrder, List<LeadPart> gathered) {

    static Parts of(LeadScope scope, LeadFilter filter) {
      List<LeadPart> inOrder = LeadPart.of(scope, filter);
      return new Parts(inOrder, filter.words().isEmpty() ? inOrder : LeadPart.whole(scope, filter));
    }

    boolean isEmpty() {
      return inOrder.isEmpty();
    }

    Parts dated(boolean has) {
      return new Parts(LeadPart.dated(inOrder, has), LeadPart.dated(gathered, has));
    }
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
    Parts parts = Parts.of(scope, filter);
    return parts.isEmpty()
        ? List.of()
        : lists.reading(() -> list(question, parts)).stream().map(rows::item).toList();
  }

  @Override
  public Count count(LeadScope scope, LeadFilter filter, Instant now) {
    LeadListMapper.Question question =
        question(filter, now, LeadOrder.BY_NAME, Optional.empty(), Count.LIMIT);
    Parts parts = Parts.of(scope, filter);
    return parts.isEmpty() ? Count.of(0) : lists.reading(() -> count(question, parts));
  }

  private List<LeadListRow> list(LeadListMapper.Question question, Parts parts) {
    List<LeadListRow> page = page(question, parts);
    return page.isEmpty() && mayBeMisspelt(question) && isNothing(question, parts)
        ? page(question.whereWordsMayBeMisspelt(), parts)
        : page;
  }

  /** Whether no page of the list has anything; that this one is empty is known. */
  private boolean isNothing(LeadListMapper.Question question, Parts parts) {
    return question.after() == null || mapper.count(question, parts.gathered(), 1) == 0;
  }

  private Count count(LeadListMapper.Question question, Parts parts) {
    long exact = mapper.count(question, parts.gathered(), Count.LIMIT + 1);
    return Count.of(
        exact == 0 && mayBeMisspelt(question)
            ? mapper.count(question.whereWordsMayBeMisspelt(), parts.gathered(), Count.LIMIT + 1)
            : exact);
  }

  private boolean mayBeMisspelt(LeadListMapper.Question question) {
    return !question.filter().words().isEmpty() && lists.findMisspelt();
  }

  /** By deadline, leads without one come behind all others, in either direction. */
  private List<LeadListRow> page(LeadListMapper.Question question, Parts parts) {
    if (question.order().by() != LeadSort.DEADLINE) {
      return pageOf(question, parts);
    }
    List<LeadListRow> page = new ArrayList<>();
    if (!question.isAmongUndated()) {
      page.addAll(pageOf(question, parts.dated(true)));
    }
    if (page.size() < question.limit()) {
      page.addAll(pageOf(question.limitedTo(question.limit() - page.size()), parts.dated(false)));
    }
    return page;
  }

  private List<LeadListRow> pageOf(LeadListMapper.Question question, Parts parts) {
    return lists.page(
        isAllOf(parts.inOrder(), question.filter()), question.limit(), ways(question, parts));
  }

  private Lists.Ways<LeadListRow> ways(LeadListMapper.Question question, Parts parts) {
    return new Lists.Ways<>() {
      @Override
      public List<LeadListRow> along(@Nullable Integer steps) {
        return mapper.walk(question, parts.inOrder(), steps == null ? question.limit() : steps);
      }

      @Override
      public List<LeadListRow> gathered(@Nullable Integer most) {
        return mapper.gather(question, parts.gathered(), most);
      }
    };
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
