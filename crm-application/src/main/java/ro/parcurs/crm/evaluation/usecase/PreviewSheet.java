package ro.parcurs.crm.evaluation.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.SheetLine;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.work.Work;

/** What a sheet would come to with other lines and terms; nothing is changed. */
public final class PreviewSheet {

  public record Query(
      @NotNull SheetId sheet,
      @NotNull @Size(max = EvaluationSheet.MAX_LINES) List<@NotNull @Valid SheetLineData> lines,
      @NotNull @Valid SheetTermsData terms) {}

  private final Work work;
  private final EvaluationSheets sheets;
  private final SheetEditing editing;
  private final SheetPricing pricing;
  private final LeadGate gate;

  @Inject
  public PreviewSheet(
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
   * @throws NotFound when there is no such sheet, or no such item
   * @throws NotPermitted when the actor may not see the lead
   */
  public SheetFigures handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          EvaluationSheet sheet = sheets.get(query.sheet());
          gate.check(actor, Permission.SEE_LEAD, sheet.lead());
          List<SheetLine> lines = SheetLineData.lines(query.lines());
          Catalogue catalogue = editing.catalogueOf(lines);
          lines.forEach(line -> catalogue.get(line.item()));
          return pricing.ofDraft(actor, lines, query.terms().terms(), catalogue);
        });
  }
}
