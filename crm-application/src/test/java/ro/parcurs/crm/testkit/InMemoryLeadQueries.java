package ro.parcurs.crm.testkit;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.lead.ContactPerson;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.usecase.LeadCursor;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadListItem;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.LeadQueries;
import ro.parcurs.crm.lead.usecase.LeadSearch;
import ro.parcurs.crm.lead.usecase.OpenTask;
import ro.parcurs.crm.work.Count;

/** The lists of the leads in memory. */
public final class InMemoryLeadQueries implements LeadQueries {

  private final InMemoryLeads leads;

  public InMemoryLeadQueries(InMemoryLeads leads) {
    this.leads = leads;
  }

  @Override
  public List<LeadListItem> list(
      LeadScope scope,
      LeadFilter filter,
      Instant now,
      LeadOrder order,
      Optional<LeadCursor> after,
      int limit) {
    Comparator<Place> placed = order.descending() ? Place.ORDER.reversed() : Place.ORDER;
    return found(scope, filter, now).stream()
        .map(this::item)
        .map(item -> new Entry(Place.of(item, order), item))
        .filter(
            entry ->
                after
                    .map(Place::of)
                    .filter(last -> placed.compare(entry.place(), last) <= 0)
                    .isEmpty())
        .sorted(Comparator.comparing(Entry::place, placed))
        .limit(limit)
        .map(Entry::item)
        .toList();
  }

  @Override
  public Count count(LeadScope scope, LeadFilter filter, Instant now) {
    return Count.of(found(scope, filter, now).size());
  }

  private List<Lead> found(LeadScope scope, LeadFilter filter, Instant now) {
    List<Lead> asked = asked(scope, filter, now).toList();
    List<Lead> exact = saying(filter, asked, (word, text) -> text.contains(word));
    return exact.isEmpty() ? saying(filter, asked, WordSimilarity::isIn) : exact;
  }

  private static List<Lead> saying(
      LeadFilter filter, List<Lead> among, BiPredicate<String, String> isIn) {
    return among.stream()
        .filter(
            lead -> {
              String text = " " + LeadSearch.textOf(lead);
              return filter.words().stream().allMatch(word -> isIn.test(word, text));
            })
        .toList();
  }

  /** Whatever the words are. */
  private Stream<Lead> asked(LeadScope scope, LeadFilter filter, Instant now) {
    return leads.all().stream()
        .filter(lead -> scope.contains(leads.access(lead)))
        .filter(lead -> asked(filter.states(), Optional.of(lead.state())))
        .filter(lead -> isOwnedAsAsked(filter, lead))
        .filter(lead -> asked(filter.steps(), leads.task(lead).map(OpenTask::step)))
        .filter(lead -> asked(filter.priorities(), Optional.of(lead.details().priority())))
        .filter(lead -> asked(filter.counties(), Optional.of(lead.company().address().county())))
        .filter(lead -> asked(filter.sources(), lead.details().source()))
        .filter(lead -> isTaggedAsAsked(filter, lead))
        .filter(lead -> !filter.overdue() || isOverdue(lead, now));
  }

  private static <T> boolean asked(Collection<T> wanted, Optional<T> value) {
    return wanted.isEmpty() || value.filter(wanted::contains).isPresent();
  }

  private static boolean isOwnedAsAsked(LeadFilter filter, Lead lead) {
    boolean any = filter.owners().isEmpty() && !filter.unowned();
    return any || lead.owner().map(filter.owners()::contains).orElse(filter.unowned());
  }

  private static boolean isTaggedAsAsked(LeadFilter filter, Lead lead) {
    return filter.tags().isEmpty()
        || lead.details().tags().stream().anyMatch(filter.tags()::contains);
  }

  private boolean isOverdue(Lead lead, Instant now) {
    return leads.task(lead).filter(task -> task.deadline().isPast(now)).isPresent();
  }

  private LeadListItem item(Lead lead) {
    return new LeadListItem(
        lead.id(),
        lead.version(),
        lead.cui(),
        lead.company().name(),
        LeadSearch.nameKey(lead),
        lead.company().address().county(),
        lead.company().address().locality(),
        lead.state(),
        lead.details().priority(),
        lead.details().source(),
        lead.owner(),
        lead.contactPersons().primaryPerson().map(ContactPerson::name),
        lead.company().phone(),
        leads.task(lead),
        lead.added().at(),
        lead.changed().at());
  }

  private record Entry(Place place, LeadListItem item) {}

  /** Where a lead stands in the order: by the key, then by the identity as text. */
  private record Place(String text, long number, Instant instant, LeadId lead) {

    static final Comparator<Place> ORDER =
        Comparator.comparing(Place::text)
            .thenComparing(Place::number)
            .thenComparing(Place::instant)
            .thenComparing(place -> place.lead().toString());

    static Place of(LeadListItem item, LeadOrder order) {
      return switch (order.by()) {
        case NAME -> new Place(item.nameKey(), 0, Instant.EPOCH, item.id());
        case PRIORITY -> new Place("", weight(item.priority()), Instant.EPOCH, item.id());
        case DEADLINE ->
            new Place(
                "",
                0,
                item.task()
                    .map(task -> task.deadline().at())
                    .orElse(LeadCursor.missingDeadline(order)),
                item.id());
        case ADDED -> new Place("", 0, item.addedAt(), item.id());
        case CHANGED -> new Place("", 0, item.changedAt(), item.id());
      };
    }

    private static int weight(Priority priority) {
      return List.of(Priority.values()).indexOf(priority);
    }

    static Place of(LeadCursor cursor) {
      return switch (cursor.order().by()) {
        case NAME -> new Place(cursor.key(), 0, Instant.EPOCH, cursor.lead());
        case PRIORITY -> new Place("", weight(cursor.priority()), Instant.EPOCH, cursor.lead());
        case DEADLINE, ADDED, CHANGED -> new Place("", 0, cursor.instant(), cursor.lead());
      };
    }
  }
}
