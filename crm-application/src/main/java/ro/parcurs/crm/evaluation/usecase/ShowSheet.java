package ro.parcurs.crm.evaluation.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.work.Work;

/** A sheet: a draft at the prices of the day, a finalised one as it was frozen. */
public final class ShowSheet {

  public record Query(@NotNull SheetId sheet) {}

  private final Work work;
  private final EvaluationSheets sheets;
  private final SheetEditing editing;
  private final SheetPricing pricing;
  private final LeadGate gate;

  @Inject
  public ShowSheet(
      Work work,
      EvaluationSheets sheets,
      SheetEditing editing,
      SheetPricing pricing,
      LeadGate gate) {
    this.work = work;
    this.sheets = sheets;
    this.editing = editing;
    this.pricing = pricing;
    this.gate = gate;
  }

  /**
   * @throws NotFound when there is no such sheet
   * @throws NotPermitted when the actor may not see the lead
   */
  public SheetView handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          EvaluationSheet sheet = sheets.get(query.sheet());
          Lead lead = gate.open(actor, Permission.SEE_LEAD, sheet.lead());
          Catalogue catalogue = editing.catalogueOf(sheet.lines());
          return new SheetView(
              sheet.id(),
              sheet.number(),
              sheet.state(),
              sheet.lead(),
              lead.company().name(),
              sheet.pursuit(),
              sheet.terms(),
              sheet.isFinalised()
                  ? pricing.ofFrozen(actor, sheet.frozen(), catalogue)
                  : pricing.ofDraft(actor, sheet.lines(), sheet.terms(), catalogue),
              sheet.isFinalised() ? sheet.changedSince(catalogue) : List.of(),
              sheet.snapshot().added(),
              sheet.finalised(),
              sheet.changed(),
              sheet.version(),
              gate.permits(actor, Permission.PURSUE_LEAD, sheet.lead()));
        });
  }
}
