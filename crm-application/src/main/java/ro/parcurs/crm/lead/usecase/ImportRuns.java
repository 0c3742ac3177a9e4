package ro.parcurs.crm.lead.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.spreadsheet.FailedRow;

/** The store of imports; writes happen only inside a unit of work. */
public interface ImportRuns {

  /**
   * @throws AlreadyExists when there is one with its identity
   */
  void add(ImportRun run);

  /**
   * @throws NotFound when there is no such import
   */
  ImportRun get(ImportRunId id);

  /**
   * Reads an import in order to change it: until the end of the unit of work nobody else does.
   *
   * @throws NotFound when there is no such import
   */
  ImportRun lock(ImportRunId id);

  /** The imports of a file that can go on, the newest first. */
  List<ImportRun> unfinished(Sha256 file);

  /**
   * The imports that a user began, the newest first.
   *
   * @param limit how many at most, from 1
   */
  List<ImportRun> newest(UserId user, int limit);

  /**
   * Keeps the changed import with the rows of it that failed since, provided that nobody has
   * changed it since it was read.
   *
   * @throws ConcurrentChange when somebody has
   * @throws NotFound when there is no such import
   */
  void save(ImportRun run, List<FailedRow> failed);

  /**
   * The rows that failed, in their order.
   *
   * @param after the number of the last row of the page before; empty for the first page
   * @param limit at least 1
   */
  List<FailedRow> failed(ImportRunId id, Optional<Integer> after, int limit);

  /**
   * Forgets imports that were last changed before that, those first that were changed the longest
   * ago, with the rows of them that failed. One that somebody is changing is left.
   *
   * @param limit how many at most, from 1
   * @return how many were forgotten
   */
  int forget(Instant changedBefore, int limit);
}
