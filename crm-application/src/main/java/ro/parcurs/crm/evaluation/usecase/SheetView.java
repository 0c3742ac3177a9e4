package ro.parcurs.crm.evaluation.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.evaluation.ChapterChange;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.SheetState;
import ro.parcurs.crm.evaluation.SheetTerms;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.pursuit.PursuitId;

/**
 * A sheet with everything that belongs to it.
 *
 * @param figures at the prices of the day; of a finalised sheet, as they were frozen
 * @param changes what the catalogue would make of a finalised sheet differently now
 * @param finalised by whom, and when
 * @param mayChange whether the actor may work on it
 */
public record SheetView(
    SheetId id,
    DocumentNumber number,
    SheetState state,
    LeadId lead,
    String leadName,
    PursuitId pursuit,
    SheetTerms terms,
    SheetFigures figures,
    List<ChapterChange> changes,
    Stamp added,
    Optional<Stamp> finalised,
    Stamp changed,
    Version version,
    boolean mayChange) {

  public SheetView {
    changes = List.copyOf(changes);
  }
}
