package ro.parcurs.crm.adapter.postgres;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import ro.parcurs.crm.timeline.DomainEvent;
import ro.parcurs.crm.timeline.LeadEvent;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventRecord;

/** Between the rows of the timeline and the event log and what they tell. */
@Mapper(config = RowMapping.class)
interface EventRows {

  @Mapping(target = "type", source = "entry.event")
  @Mapping(target = "payload", source = "payload")
  @Mapping(target = "changedBy", source = "entry.stamp.by")
  @Mapping(target = "changedByName", source = "entry.stamp.name")
  @Mapping(target = "changedAt", source = "entry.stamp.at")
  TimelineRow row(TimelineEntry entry, String payload);

  @Mapping(target = "stamp", source = "row")
  @Mapping(target = "event", source = "event")
  @Mapping(target = "id", source = "row.id")
  TimelineEntry entry(TimelineRow row, LeadEvent event);

  @Mapping(target = "type", source = "record.event")
  @Mapping(target = "payload", source = "payload")
  @Mapping(target = "changedBy", source = "record.stamp.by")
  @Mapping(target = "changedByName", source = "record.stamp.name")
  @Mapping(target = "changedAt", source = "record.stamp.at")
  @Mapping(target = "place", constant = "0L")
  EventRow row(EventRecord record, String payload);

  @Mapping(target = "stamp", source = "row")
  @Mapping(target = "event", source = "event")
  EventRecord record(EventRow row, DomainEvent event);

  default EventLog.Position position(EventRow row) {
    return new EventLog.Position(row.place());
  }

  default String type(DomainEvent event) {
    return event.type();
  }
}
