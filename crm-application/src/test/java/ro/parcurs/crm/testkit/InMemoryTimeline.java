package ro.parcurs.crm.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.Timeline;

/** The timeline in memory. */
public final class InMemoryTimeline implements Timeline {

  private final InMemoryTable<TimelineEntryId, TimelineEntry> entries;

  public InMemoryTimeline(InMemoryDatabase database) {
    entries = database.table();
  }

  @Override
  public void append(List<TimelineEntry> added) {
    for (TimelineEntry entry : added) {
      if (entries.find(entry.id()).isPresent()) {
        throw new IllegalStateException("the timeline has an entry " + entry.id());
      }
      entries.put(entry.id(), entry);
    }
  }

  @Override
  public List<TimelineEntry> of(LeadId lead, Optional<TimelineEntryId> before, int limit) {
    List<TimelineEntry> ofLead = new ArrayList<>();
    for (TimelineEntry entry : entries.all()) {
      if (before.isPresent() && before.get().equals(entry.id())) {
        break;
      }
      if (entry.lead().equals(lead)) {
        ofLead.add(entry);
      }
    }
    Collections.reverse(ofLead);
    return List.copyOf(ofLead.subList(0, Math.min(limit, ofLead.size())));
  }

  /** Every entry, in the order in which they were added. */
  List<TimelineEntry> all() {
    return entries.all();
  }
}
