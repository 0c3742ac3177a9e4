package ro.parcurs.crm.evaluation.usecase;

import jakarta.inject.Inject;
import java.util.List;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.SheetLine;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;

/** What all changes of sheets have to observe. */
public final class SheetEditing {

  private final EvaluationSheets sheets;
  private final CatalogueItems items;
  private final LeadGate gate;
  private final Responsibilities responsibilities;

  @Inject
  public SheetEditing(
      EvaluationSheets sheets,
      CatalogueItems items,
      LeadGate gate,
      Responsibilities responsibilities) {
    this.sheets = sheets;
    this.items = items;
    this.gate = gate;
    this.responsibilities = responsibilities;
  }

  /**
   * The sheet to be changed, at the version that the author of the change has seen; while it is
   * changed, nobody closes the responsibility that looks at it.
   *
   * @throws NotFound when there is no such sheet
   * @throws NotPermitted when the actor may not pursue its lead
   * @throws ConcurrentChange when it was changed since it was seen
   */
  public EvaluationSheet open(Actor actor, SheetId id, Version seen) {
    EvaluationSheet sheet = sheets.get(id);
    gate.check(actor, Permission.PURSUE_LEAD, sheet.lead());
    responsibilities.lockOpen(sheet.lead());
    if (!sheet.version().equals(seen)) {
      throw new ConcurrentChange(Subject.EVALUATION_SHEET, id, sheet.changed());
    }
    return sheet;
  }

  /** The part of the catalogue that the lines need. */
  Catalogue catalogueOf(List<SheetLine> lines) {
    return items.catalogueOf(lines.stream().map(SheetLine::item).distinct().toList());
  }
}
