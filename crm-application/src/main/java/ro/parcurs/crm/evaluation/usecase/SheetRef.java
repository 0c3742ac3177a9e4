package ro.parcurs.crm.evaluation.usecase;

import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.number.DocumentNumber;

/** A sheet as it was left by a command, for the next one. */
public record SheetRef(SheetId id, DocumentNumber number, Version version) {

  /** The sheet as it is once this copy of it is saved. */
  public static SheetRef saved(EvaluationSheet sheet) {
    return new SheetRef(sheet.id(), sheet.number(), sheet.version().next());
  }

  /** The sheet, left as it was. */
  public static SheetRef unchanged(EvaluationSheet sheet) {
    return new SheetRef(sheet.id(), sheet.number(), sheet.version());
  }
}
