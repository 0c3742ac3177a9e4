package ro.parcurs.crm.adapter.postgres;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.pursuit.ContactAttempt;
import ro.parcurs.crm.pursuit.Deadline;
import ro.parcurs.crm.pursuit.Ending;
import ro.parcurs.crm.pursuit.Meeting;
import ro.parcurs.crm.pursuit.Outcome;
import ro.parcurs.crm.pursuit.Participants;
import ro.parcurs.crm.pursuit.Progress;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.ResponsibilityState;

/** Between the rows of responsibilities, contact attempts and meetings and what they tell. */
@Mapper(config = RowMapping.class)
interface ResponsibilityRows {

  /** The columns of an ending; all empty while the responsibility is open. */
  record EndingColumns(
      ResponsibilityState state,
      @Nullable Outcome outcome,
      @Nullable String closure,
      @Nullable Stamp by) {}

  @Mapping(target = "state", source = "ending.state")
  @Mapping(target = "outcome", source = "ending.outcome")
  @Mapping(target = "closure", source = "ending.closure")
  @Mapping(target = "endedBy", source = "ending.by.by")
  @Mapping(target = "endedByName", source = "ending.by.name")
  @Mapping(target = "endedAt", source = "ending.by.at")
  @Mapping(target = "summary", source = "responsibility.progress.summary")
  @Mapping(target = "openedBy", source = "responsibility.opened.by")
  @Mapping(target = "openedByName", source = "responsibility.opened.name")
  @Mapping(target = "openedAt", source = "responsibility.opened.at")
  @Mapping(target = "version", source = "version")
  @Mapping(target = "changedBy", source = "responsibility.changed.by")
  @Mapping(target = "changedByName", source = "responsibility.changed.name")
  @Mapping(target = "changedAt", source = "responsibility.changed.at")
  ResponsibilityRow row(
      Responsibility.Snapshot responsibility, EndingColumns ending, Version version);

  @Mapping(target = "progress", source = "progress")
  @Mapping(target = "ending", source = "ending")
  @Mapping(target = "opened", source = "row", qualifiedByName = "opened")
  @Mapping(target = "changed", source = "row")
  Responsibility.Snapshot responsibility(
      ResponsibilityRow row, Progress progress, Optional<Ending> ending);

  @Mapping(target = "recordedBy", source = "attempt.recorded.by")
  @Mapping(target = "recordedByName", source = "attempt.recorded.name")
  @Mapping(target = "recordedAt", source = "attempt.recorded.at")
  ContactAttemptRow row(ResponsibilityId responsibility, int place, ContactAttempt attempt);

  @Mapping(target = "recorded", source = "row", qualifiedByName = "recorded")
  ContactAttempt attempt(ContactAttemptRow row);

  @Mapping(target = "place", source = "place")
  @Mapping(target = "location", source = "meeting.place")
  @Mapping(target = "participants", source = "participants")
  MeetingRow row(ResponsibilityId responsibility, int place, Meeting meeting, String participants);

  @Mapping(target = "place", source = "row.location")
  @Mapping(target = "participants", source = "participants")
  Meeting meeting(MeetingRow row, Participants participants);

  List<ContactAttempt> attempts(List<ContactAttemptRow> rows);

  @Named("opened")
  default Stamp opened(ResponsibilityRow row) {
    return new Stamp(row.openedBy(), row.openedByName(), row.openedAt());
  }

  @Named("recorded")
  default Stamp recorded(ContactAttemptRow row) {
    return new Stamp(row.recordedBy(), row.recordedByName(), row.recordedAt());
  }

  default long minutes(Duration length) {
    return length.toMinutes();
  }

  default Duration length(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  default Instant at(Deadline deadline) {
    return deadline.at();
  }

  default Deadline deadline(Instant at) {
    return new Deadline(at);
  }
}
