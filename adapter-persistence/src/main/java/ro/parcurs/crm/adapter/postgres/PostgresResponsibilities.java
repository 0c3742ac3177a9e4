package ro.parcurs.crm.adapter.postgres;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.Closure;
import ro.parcurs.crm.pursuit.ContactAttempt;
import ro.parcurs.crm.pursuit.Ending;
import ro.parcurs.crm.pursuit.Meeting;
import ro.parcurs.crm.pursuit.Participants;
import ro.parcurs.crm.pursuit.Progress;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.ResponsibilityState;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;

/**
 * The responsibilities in the tables {@code responsibility}, {@code contact_attempt} and {@code
 * meeting}.
 */
final class PostgresResponsibilities implements Responsibilities {

  private static final TypeReference<Closure> CLOSURE = new TypeReference<>() {};

  private final ResponsibilityMapper mapper;
  private final Documents documents;
  private final ResponsibilityRows rows = new GeneratedResponsibilityRows();

  PostgresResponsibilities(ResponsibilityMapper mapper, Documents documents) {
    this.mapper = mapper;
    this.documents = documents;
  }

  @Override
  public void add(Responsibility responsibility) {
    if (mapper.insert(row(responsibility, responsibility.version().next())) == 0) {
      throw new AlreadyExists(
          Subject.RESPONSIBILITY,
          responsibility.lead(),
          findOpen(responsibility.lead()).map(Responsibility::id).orElse(responsibility.id()));
    }
    mapper.tellLead(responsibility.lead());
    putProgress(responsibility, Progress.NONE);
  }

  @Override
  public Responsibility get(ResponsibilityId id) {
    return made(mapper.get(id)).orElseThrow(() -> new NotFound(Subject.RESPONSIBILITY, id));
  }

  @Override
  public Responsibility lock(ResponsibilityId id) {
    return made(mapper.lock(id)).orElseThrow(() -> new NotFound(Subject.RESPONSIBILITY, id));
  }

  @Override
  public Optional<Responsibility> findOpen(LeadId lead) {
    return made(mapper.open(lead));
  }

  @Override
  public Optional<Responsibility> lockOpen(LeadId lead) {
    return made(mapper.lockOpen(lead));
  }

  @Override
  public List<Responsibility> ofLead(LeadId lead) {
    return mapper.ofLead(lead).stream().map(this::responsibility).toList();
  }

  @Override
  public void save(Responsibility responsibility) {
    ResponsibilityId id = responsibility.id();
    Guarded.requireOneRow(
        mapper.update(row(responsibility, responsibility.version())),
        Subject.RESPONSIBILITY,
        id,
        () -> mapper.changed(id));
    mapper.tellLead(responsibility.lead());
    putProgress(responsibility, progress(id, Optional.empty()));
  }

  /** Writes the attempts and meetings that differ from those that are stored. */
  private void putProgress(Responsibility responsibility, Progress stored) {
    List<ContactAttempt> attempts = responsibility.progress().contactAttempts();
    for (int place = 0; place < attempts.size(); place++) {
      if (differs(attempts, stored.contactAttempts(), place)) {
        mapper.putAttempt(rows.row(responsibility.id(), place, attempts.get(place)));
      }
    }
    List<Meeting> meetings = responsibility.progress().meetings();
    for (int place = 0; place < meetings.size(); place++) {
      if (differs(meetings, stored.meetings(), place)) {
        Meeting meeting = meetings.get(place);
        String participants = documents.write(meeting.participants());
        mapper.putMeeting(rows.row(responsibility.id(), place, meeting, participants));
      }
    }
  }

  private static <T> boolean differs(List<T> wanted, List<T> stored, int place) {
    return place >= stored.size() || !stored.get(place).equals(wanted.get(place));
  }

  private ResponsibilityRow row(Responsibility responsibility, Version version) {
    return rows.row(responsibility.snapshot(), columns(responsibility), version);
  }

  private ResponsibilityRows.EndingColumns columns(Responsibility responsibility) {
    ResponsibilityState state = responsibility.state();
    Ending ending = responsibility.ending().orElse(null);
    if (ending instanceof Ending.Closed closed) {
      return new ResponsibilityRows.EndingColumns(
          state,
          closed.closure().outcome(),
          documents.write(closed.closure(), CLOSURE),
          closed.by());
    }
    return new ResponsibilityRows.EndingColumns(
        state, null, null, ending == null ? null : ending.by());
  }

  private Optional<Responsibility> made(@Nullable ResponsibilityRow row) {
    return Optional.ofNullable(row).map(this::responsibility);
  }

  private Responsibility responsibility(ResponsibilityRow row) {
    Progress progress = progress(row.id(), Optional.ofNullable(row.summary()));
    return Responsibility.rebuild(rows.responsibility(row, progress, ending(row)));
  }

  private Progress progress(ResponsibilityId id, Optional<String> summary) {
    return new Progress(
        summary,
        rows.attempts(mapper.attempts(id)),
        mapper.meetings(id).stream()
            .map(row -> rows.meeting(row, documents.read(row.participants(), Participants.class)))
            .toList());
  }

  private Optional<Ending> ending(ResponsibilityRow row) {
    UserId by = row.endedBy();
    if (by == null) {
      return Optional.empty();
    }
    Instant at = Objects.requireNonNull(row.endedAt());
    Stamp stamp = new Stamp(by, Objects.requireNonNull(row.endedByName()), at);
    String closure = row.closure();
    return Optional.of(
        closure == null
            ? new Ending.Cancelled(stamp)
            : new Ending.Closed(documents.read(closure, Closure.class), stamp));
  }
}
