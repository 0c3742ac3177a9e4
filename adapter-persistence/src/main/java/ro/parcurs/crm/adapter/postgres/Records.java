package ro.parcurs.crm.adapter.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.timeline.DomainEvent;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.work.EventRecord;

/**
 * What units of work have to tell, timeline entries and events: kept until the unit ends, then
 * written at once. So the heads of the leads' chains are the last locks that it takes, for a short
 * while and always in the same order, and the positions of events are drawn while they are held:
 * for one lead in the order of the commits.
 */
final class Records {

  /** Far from the 65,535 parameters that a statement may have. */
  private static final int ROWS_PER_STATEMENT = 500;

  private static final TableColumns<ChainedRow> TIMELINE =
      new TableColumns<>("timeline", ChainedRow.class, Set.of());
  private static final TableColumns<ChainHead> HEADS =
      new TableColumns<>("timeline_head", ChainHead.class, Set.of());
  private static final TableColumns<EventRow> LOG =
      new TableColumns<>("event_log", EventRow.class, Set.of("place"));

  private static final Comparator<LeadId> LOCKING_ORDER = Comparator.comparing(LeadId::toString);

  /** What one unit has not written yet. */
  private static final class Pending {
    private final List<TimelineEntry> entries = new ArrayList<>();
    private final List<EventRecord> events = new ArrayList<>();
    private final Set<LeadId> newLeads = new HashSet<>();

    List<ChainHead> ofNewLeads(List<ChainHead> heads) {
      return heads.stream().filter(head -> newLeads.contains(head.lead())).toList();
    }

    List<ChainHead> ofOthers(List<ChainHead> heads) {
      return heads.stream().filter(head -> !newLeads.contains(head.lead())).toList();
    }
  }

  private final PostgresUnitOfWork unit;
  private final TimelineMapper timeline;
  private final BulkInsert bulk;
  private final Events events;
  private final EventRows rows = new GeneratedEventRows();

  Records(PostgresUnitOfWork unit, BulkInsert bulk, Events events) {
    this.unit = unit;
    this.bulk = bulk;
    this.timeline = unit.mapper(TimelineMapper.class);
    this.events = events;
    unit.beforeCommit(this::write);
  }

  /** Keeps entries for the end of the unit of work under way. */
  void tell(List<TimelineEntry> entries) {
    unit.part(Pending.class, Pending::new).entries.addAll(entries);
  }

  /** Keeps events for the end of the unit of work under way. */
  void log(List<EventRecord> records) {
    unit.part(Pending.class, Pending::new).events.addAll(records);
  }

  /** Takes note of leads that the unit of work under way adds: nobody else writes on them yet. */
  void added(Collection<LeadId> leads) {
    unit.part(Pending.class, Pending::new).newLeads.addAll(leads);
  }

  /** Writes what the unit of work under way has kept, if there is one and it has kept anything. */
  void write() {
    unit.findPart(Pending.class)
        .ifPresent(
            pending -> {
              // An event and the entry that tells it have one document.
              IdentityHashMap<DomainEvent, String> payloads = new IdentityHashMap<>();
              writeTimeline(pending, payloads);
              bulk.insert(
                  LOG,
                  pending.events.stream()
                      .map(event -> rows.row(event, payload(event.event(), payloads)))
                      .toList());
              pending.entries.clear();
              pending.events.clear();
              pending.newLeads.clear();
            });
  }

  private void writeTimeline(Pending pending, IdentityHashMap<DomainEvent, String> payloads) {
    List<ChainHead> touched =
        pending.entries.stream()
            .map(TimelineEntry::lead)
            .distinct()
            .sorted(LOCKING_ORDER)
            .map(ChainHead::ofNew)
            .toList();
    List<ChainHead> heads = new ArrayList<>(pending.ofNewLeads(touched));
    inParts(pending.ofOthers(touched), part -> heads.addAll(timeline.lockHeads(part)));
    Chains chains = Chains.goingOnFrom(heads);
    bulk.insert(
        TIMELINE,
        pending.entries.stream()
            .map(entry -> chains.append(rows.row(entry, payload(entry.event(), payloads))))
            .toList());
    bulk.insert(HEADS, pending.ofNewLeads(chains.heads()));
    inParts(pending.ofOthers(chains.heads()), timeline::moveHeads);
  }

  private String payload(DomainEvent event, IdentityHashMap<DomainEvent, String> payloads) {
    return payloads.computeIfAbsent(event, events::payload);
  }

  private static <R> void inParts(List<R> all, Consumer<List<R>> statement) {
    IntStream.iterate(0, begin -> begin < all.size(), begin -> begin + ROWS_PER_STATEMENT)
        .mapToObj(begin -> all.subList(begin, Math.min(all.size(), begin + ROWS_PER_STATEMENT)))
        .forEach(statement);
  }
}
