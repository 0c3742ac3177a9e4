package ro.parcurs.crm.timeline;

import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.number.DocumentNumber;

/** What happened to an evaluation sheet. */
public sealed interface SheetChanged extends LeadEvent {

  /** A sheet was begun. */
  record SheetAdded(SheetId sheet, DocumentNumber number) implements SheetChanged {}

  /** Lines were added, removed or changed. */
  record SheetLinesChanged(SheetId sheet, DocumentNumber number, int lines)
      implements SheetChanged {}

  /** Its prices and recipes were frozen. */
  record SheetFinalised(SheetId sheet, DocumentNumber number, Money net) implements SheetChanged {}

  /** It became a draft again. */
  record SheetReopened(SheetId sheet, DocumentNumber number) implements SheetChanged {}

  /** It was put aside for good. */
  record SheetDiscarded(SheetId sheet, DocumentNumber number) implements SheetChanged {}
}
