package ro.parcurs.crm.order;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/**
 * The ERP reported the same revision of a document before, with another content; the first report
 * stays.
 */
public final class ContradictoryReport extends Refusal {

  private static final long serialVersionUID = 1L;

  public ContradictoryReport(ErpDocument document) {
    super(Map.of("id", document.id().value(), "revision", document.revision()));
  }
}
