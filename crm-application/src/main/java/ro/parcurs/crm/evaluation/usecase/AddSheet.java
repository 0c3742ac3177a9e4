package ro.parcurs.crm.evaluation.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.timeline.SheetChanged.SheetAdded;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.NumberSeries;
import ro.parcurs.crm.work.Work;

/** Begins an evaluation sheet, inside the open meeting responsibility of a lead. */
public final class AddSheet {

  public record Command(@NotNull LeadId lead) {}

  private final Work work;
  private final Journal journal;
  private final EvaluationSheets sheets;
  private final Responsibilities responsibilities;
  private final NumberSeries numbers;
  private final LeadGate gate;
  private final Ids ids;

  @Inject
  public AddSheet(
      Work work,
      Journal journal,
      EvaluationSheets sheets,
      Responsibilities responsibilities,
      NumberSeries numbers,
      LeadGate gate,
      Ids ids) {
    this.work = work;
    this.journal = journal;
    this.sheets = sheets;
    this.responsibilities = responsibilities;
    this.numbers = numbers;
    this.gate = gate;
    this.ids = ids;
  }

  /**
   * @throws NoOpenEvaluation when the lead is not at the step meeting and evaluation
   * @throws AlreadyExists when the pursuit has a sheet, which it names
   * @throws NotFound when there is no such lead
   * @throws NotPermitted when the actor may not pursue the lead
   */
  public SheetRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          gate.check(caller.actor(), Permission.PURSUE_LEAD, command.lead());
          Responsibility meeting =
              responsibilities
                  .lockOpen(command.lead())
                  .filter(open -> open.step() == Step.MEETING_EVALUATION)
                  .orElseThrow(NoOpenEvaluation::new);
          sheets
              .findByPursuit(meeting.pursuit())
              .ifPresent(
                  existing -> {
                    throw new AlreadyExists(
                        Subject.EVALUATION_SHEET, existing.number(), existing.id());
                  });
          Stamp by = journal.stamp(caller.actor());
          EvaluationSheet sheet =
              EvaluationSheet.add(
                  new SheetId(ids.next()),
                  command.lead(),
                  meeting.pursuit(),
                  meeting.id(),
                  numbers.next(Series.EVALUATION_SHEET, journal.today().getYear()),
                  by);
          sheets.add(sheet);
          journal.write(
              by, sheet.lead(), sheet.pursuit(), new SheetAdded(sheet.id(), sheet.number()));
          return SheetRef.saved(sheet);
        });
  }
}
