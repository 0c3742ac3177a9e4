package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.PursuitState;
import ro.parcurs.crm.pursuit.usecase.Pursuits;

/** The pursuits in the table {@code pursuit}. */
final class PostgresPursuits implements Pursuits {

  private final PursuitMapper mapper;
  private final PursuitRows rows = new GeneratedPursuitRows();

  PostgresPursuits(PursuitMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public void add(Pursuit pursuit) {
    Pursuit.Snapshot first = atVersionOne(pursuit.snapshot());
    if (mapper.insert(rows.row(first)) == 0) {
      throw new AlreadyExists(
          Subject.PURSUIT,
          pursuit.number(),
          ofLead(pursuit.lead()).stream()
              .filter(
                  other ->
                      other.number() == pursuit.number() || other.state() == PursuitState.RUNNING)
              .findFirst()
              .map(Pursuit::id)
              .orElse(pursuit.id()));
    }
    mapper.tellLead(pursuit.lead());
  }

  @Override
  public Pursuit get(PursuitId id) {
    PursuitRow row = mapper.get(id);
    if (row == null) {
      throw new NotFound(Subject.PURSUIT, id);
    }
    return Pursuit.rebuild(rows.pursuit(row));
  }

  @Override
  public Optional<Pursuit> findNewest(LeadId lead) {
    return ofLead(lead).stream().findFirst();
  }

  @Override
  public List<Pursuit> ofLead(LeadId lead) {
    return mapper.ofLead(lead).stream().map(rows::pursuit).map(Pursuit::rebuild).toList();
  }

  @Override
  public void save(Pursuit pursuit) {
    Guarded.requireOneRow(
        mapper.update(rows.row(pursuit.snapshot())),
        Subject.PURSUIT,
        pursuit.id(),
        () -> mapper.changed(pursuit.id()));
  }

  private static Pursuit.Snapshot atVersionOne(Pursuit.Snapshot state) {
    return new Pursuit.Snapshot(
        state.id(),
        state.lead(),
        state.number(),
        state.state(),
        state.reason(),
        state.begun(),
        state.changed(),
        state.version().next());
  }
}
