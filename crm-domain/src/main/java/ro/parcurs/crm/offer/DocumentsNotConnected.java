package ro.parcurs.crm.offer;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** Nothing is connected that could make documents of offers. */
public final class DocumentsNotConnected extends Refusal {

  private static final long serialVersionUID = 1L;

  public DocumentsNotConnected() {
    super(Map.of());
  }
}
