package ro.parcurs.crm.offer;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;
import ro.parcurs.crm.number.DocumentNumber;

/** An offer is made from a finalised sheet only. */
public final class SheetNotFinalised extends Refusal {

  private static final long serialVersionUID = 1L;

  public SheetNotFinalised(DocumentNumber sheet) {
    super(Map.of("sheet", sheet.toString()));
  }
}
