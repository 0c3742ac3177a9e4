package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.work.Work;

/** Lists the imports that the actor began, the newest first. */
public final class ListImports {

  public static final int MAX = 100;

  /**
   * @param limit how many at most
   */
  public record Query(@Min(1) @Max(MAX) int limit) {}

  private final Work work;
  private final ImportRuns runs;

  @Inject
  public ListImports(Work work, ImportRuns runs) {
    this.work = work;
    this.runs = runs;
  }

  public List<ImportRun> handle(Actor actor, Query query) {
    return work.reading(query, () -> runs.newest(actor.id(), query.limit()));
  }
}
