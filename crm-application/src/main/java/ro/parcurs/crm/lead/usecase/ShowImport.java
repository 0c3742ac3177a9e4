package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.work.Work;

/** Shows how far an import is, to whoever began it. */
public final class ShowImport {

  public record Query(@NotNull ImportRunId run) {}

  private final Work work;
  private final ImportRuns runs;

  @Inject
  public ShowImport(Work work, ImportRuns runs) {
    this.work = work;
    this.runs = runs;
  }

  /**
   * @throws NotFound when the actor has no such import
   */
  public ImportRun handle(Actor actor, Query query) {
    ImportRun run = work.reading(query, () -> runs.get(query.run()));
    if (!run.isOf(actor.id())) {
      throw new NotFound(Subject.IMPORT, query.run());
    }
    return run;
  }
}
