package ro.parcurs.crm.timeline;

import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.number.DocumentNumber;

/** What happened to an evaluation sheet. */
public sealed interface SheetChanged extends LeadEvent {

  /** A sheet was begun. */
  record SheetAdded(SheetId sheet, DocumentNumber number) implements SheetChanged {}
}
