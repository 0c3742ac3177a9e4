package ro.parcurs.crm.offer;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;
import ro.parcurs.crm.number.DocumentNumber;

/** A sheet is not reopened once an offer made from it has been sent (spec section 6). */
public final class SheetWithClient extends Refusal {

  private static final long serialVersionUID = 1L;

  public SheetWithClient(DocumentNumber sheet, OfferNumber offer) {
    super(Map.of("sheet", sheet.toString(), "offer", offer.toString()));
  }
}
