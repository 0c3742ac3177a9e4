package ro.parcurs.crm.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.ResponsibilityState;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;

/** The responsibilities in memory. */
public final class InMemoryResponsibilities implements Responsibilities {

  private final InMemoryDatabase database;
  private final InMemoryAggregates<ResponsibilityId, Responsibility> all;

  public InMemoryResponsibilities(InMemoryDatabase database) {
    this.database = database;
    all =
        new InMemoryAggregates<>(
            Subject.RESPONSIBILITY,
            database.table(),
            Responsibility::id,
            Responsibility::version,
            Responsibility::changed,
            InMemoryResponsibilities::atVersion);
  }

  @Override
  public void add(Responsibility responsibility) {
    findOpen(responsibility.lead())
        .ifPresent(
            open -> {
              throw new AlreadyExists(Subject.RESPONSIBILITY, open.lead(), open.id());
            });
    all.add(responsibility);
  }

  @Override
  public Responsibility get(ResponsibilityId id) {
    return all.get(id);
  }

  @Override
  public Optional<Responsibility> findOpen(LeadId lead) {
    return ofLead(lead).stream()
        .filter(responsibility -> responsibility.state() == ResponsibilityState.OPEN)
        .findFirst();
  }

  /** Units of work run one after another, so that nobody else is there to wait. */
  @Override
  public Responsibility lock(ResponsibilityId id) {
    database.requireUnitOfWork();
    return get(id);
  }

  @Override
  public Optional<Responsibility> lockOpen(LeadId lead) {
    database.requireUnitOfWork();
    return findOpen(lead);
  }

  @Override
  public List<Responsibility> ofLead(LeadId lead) {
    List<Responsibility> ofLead =
        new ArrayList<>(
            all.all().stream()
                .filter(responsibility -> responsibility.lead().equals(lead))
                .toList());
    Collections.reverse(ofLead);
    return List.copyOf(ofLead);
  }

  @Override
  public void save(Responsibility responsibility) {
    all.save(responsibility);
  }

  private static Responsibility atVersion(Responsibility responsibility, Version version) {
    Responsibility.Snapshot state = responsibility.snapshot();
    return Responsibility.rebuild(
        new Responsibility.Snapshot(
            state.id(),
            state.lead(),
            state.pursuit(),
            state.step(),
            state.assignee(),
            state.deadline(),
            state.progress(),
            state.ending(),
            state.opened(),
            state.changed(),
            version));
  }
}
