package ro.parcurs.crm.evaluation.usecase;

import java.util.Optional;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.pursuit.PursuitId;

/** The store of evaluation sheets; writes happen only inside a unit of work. */
public interface EvaluationSheets {

  /**
   * @throws AlreadyExists when the pursuit has a sheet that is not discarded; it names that one's
   *     identity
   */
  void add(EvaluationSheet sheet);

  /**
   * @throws NotFound when there is no such sheet
   */
  EvaluationSheet get(SheetId id);

  /** The sheet of the pursuit that is not discarded; there is at most one. */
  Optional<EvaluationSheet> findByPursuit(PursuitId pursuit);

  /**
   * Keeps the changed sheet, provided that nobody has changed it since it was read.
   *
   * @throws ConcurrentChange when somebody has
   * @throws NotFound when there is no such sheet
   */
  void save(EvaluationSheet sheet);
}
