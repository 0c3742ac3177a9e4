package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.timeline.LeadEvent;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.Timeline;

/** The timeline in the table {@code timeline}. */
final class PostgresTimeline implements Timeline {

  private final TimelineMapper mapper;
  private final Records records;
  private final Events events;
  private final EventRows rows = new GeneratedEventRows();

  PostgresTimeline(TimelineMapper mapper, Records records, Events events) {
    this.mapper = mapper;
    this.records = records;
    this.events = events;
  }

  @Override
  public void append(List<TimelineEntry> entries) {
    records.tell(entries);
  }

  @Override
  public List<TimelineEntry> of(LeadId lead, Optional<TimelineEntryId> before, int limit) {
    records.write();
    return mapper.ofLead(lead, before.orElse(null), limit).stream()
        .map(row -> rows.entry(row, events.event(row.type(), row.payload(), LeadEvent.class)))
        .toList();
  }
}
