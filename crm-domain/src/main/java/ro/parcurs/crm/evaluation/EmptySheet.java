package ro.parcurs.crm.evaluation;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;
import ro.parcurs.crm.number.DocumentNumber;

/** A sheet without a line can't be finalised. */
public final class EmptySheet extends Refusal {

  private static final long serialVersionUID = 1L;

  public EmptySheet(DocumentNumber number) {
    super(Map.of("number", number.toString()));
  }
}
