package ro.parcurs.crm.order;

import java.time.LocalDate;
import java.util.Objects;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.money.Money;

/**
 * A payment, or the part of one that falls on one invoice, as the ERP reported it. It may be
 * reported before its invoice is.
 *
 * @param invoice the ERP's identity of the invoice that it pays
 * @param amount greater than zero
 * @param cancelled whether it was reversed; it counts for nothing then
 */
public record Payment(
    ErpDocumentId id,
    long revision,
    OrderId order,
    ErpDocumentId invoice,
    LocalDate paidOn,
    Money amount,
    boolean cancelled)
    implements ErpDocument {

  /**
   * @throws InvalidInput for what is not positive
   */
  public Payment {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(invoice, "invoice");
    Objects.requireNonNull(paidOn, "paidOn");
    Amounts.requireRevision(revision);
    Amounts.requirePositive(amount);
  }
}
