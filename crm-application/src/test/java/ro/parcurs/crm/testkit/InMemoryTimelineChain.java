package ro.parcurs.crm.testkit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.work.EventRecord;
import ro.parcurs.crm.work.TimelineChain;

/**
 * Compares the timeline in memory with the event log. Nobody gets at the entries past the store, so
 * they need no hashes.
 */
public final class InMemoryTimelineChain implements TimelineChain {

  private static final Comparator<LeadId> ORDER = Comparator.comparing(LeadId::toString);

  private final InMemoryTimeline timeline;
  private final InMemoryEventLog log;

  public InMemoryTimelineChain(InMemoryTimeline timeline, InMemoryEventLog log) {
    this.timeline = timeline;
    this.log = log;
  }

  @Override
  public List<LeadId> leads(Optional<LeadId> after, int limit) {
    return Stream.concat(
            timeline.all().stream().map(TimelineEntry::lead),
            log.all().stream().flatMap(event -> event.lead().stream()))
        .distinct()
        .filter(lead -> after.isEmpty() || ORDER.compare(lead, after.get()) > 0)
        .sorted(ORDER)
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Break> firstBreak(LeadId lead) {
    Map<UUID, EventRecord> missing = new LinkedHashMap<>();
    log.all().stream()
        .filter(event -> event.lead().equals(Optional.of(lead)))
        .forEach(event -> missing.put(event.id(), event));
    long place = 0;
    for (TimelineEntry entry : timeline.all()) {
      if (entry.lead().equals(lead)) {
        place++;
        EventRecord event = missing.remove(entry.id().value());
        if (event == null) {
          return Optional.of(new Break(lead, place, Tampering.INSERTED));
        }
        if (!sameAs(event, entry)) {
          return Optional.of(new Break(lead, place, Tampering.LOG_DIFFERS));
        }
      }
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(new Break(lead, place + 1, Tampering.CUT_OFF));
  }

  private static boolean sameAs(EventRecord event, TimelineEntry entry) {
    return event.pursuit().equals(entry.pursuit())
        && event.stamp().equals(entry.stamp())
        && event.event().equals(entry.event());
  }
}
