package ro.parcurs.crm.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.PursuitState;
import ro.parcurs.crm.pursuit.usecase.Pursuits;

/** The pursuits in memory. */
public final class InMemoryPursuits implements Pursuits {

  private final InMemoryAggregates<PursuitId, Pursuit> all;

  public InMemoryPursuits(InMemoryDatabase database) {
    all =
        new InMemoryAggregates<>(
            Subject.PURSUIT,
            database.table(),
            Pursuit::id,
            Pursuit::version,
            Pursuit::changed,
            InMemoryPursuits::atVersion);
  }

  @Override
  public void add(Pursuit pursuit) {
    ofLead(pursuit.lead()).stream()
        .filter(
            other -> other.number() == pursuit.number() || other.state() == PursuitState.RUNNING)
        .findFirst()
        .ifPresent(
            other -> {
              throw new AlreadyExists(Subject.PURSUIT, pursuit.number(), other.id());
            });
    all.add(pursuit);
  }

  @Override
  public Pursuit get(PursuitId id) {
    return all.get(id);
  }

  @Override
  public Optional<Pursuit> findNewest(LeadId lead) {
    return ofLead(lead).stream().findFirst();
  }

  @Override
  public List<Pursuit> ofLead(LeadId lead) {
    return all.all().stream()
        .filter(pursuit -> pursuit.lead().equals(lead))
        .sorted(Comparator.comparingInt(Pursuit::number).reversed())
        .toList();
  }

  @Override
  public void save(Pursuit pursuit) {
    all.save(pursuit);
  }

  private static Pursuit atVersion(Pursuit pursuit, Version version) {
    Pursuit.Snapshot state = pursuit.snapshot();
    return Pursuit.rebuild(
        new Pursuit.Snapshot(
            state.id(),
            state.lead(),
            state.number(),
            state.state(),
            state.reason(),
            state.begun(),
            state.changed(),
            version));
  }
}
