package ro.parcurs.crm.order;

import java.time.LocalDate;
import java.util.Objects;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.text.Text;

/**
 * An invoice as the ERP reported it. The CRM knows of it no more than this.
 *
 * @param number as printed on it; at most {@value #MAX_NUMBER} characters
 * @param dueOn the last day on which it can be paid without being late
 * @param amount with VAT, greater than zero
 */
public record Invoice(
    ErpDocumentId id,
    long revision,
    OrderId order,
    String number,
    InvoiceStage stage,
    LocalDate issuedOn,
    LocalDate dueOn,
    Money amount)
    implements ErpDocument {

  public static final int MAX_NUMBER = 50;

  /**
   * @throws InvalidInput for what is missing, too long or not positive, and {@code
   *     due-before-issue}
   */
  public Invoice {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(stage, "stage");
    number = Text.required("number", number, MAX_NUMBER);
    Amounts.requireRevision(revision);
    Amounts.requirePositive(amount);
    if (dueOn.isBefore(issuedOn)) {
      throw InvalidInput.of("dueOn", "due-before-issue");
    }
  }

  /**
   * What it is on a day, given what was paid on it until then.
   *
   * @param paid in the invoice's currency
   */
  public InvoiceStatus status(Money paid, LocalDate today) {
    return switch (stage) {
      case DRAFT -> InvoiceStatus.DRAFT;
      case CANCELLED -> InvoiceStatus.CANCELLED;
      case ISSUED -> {
        if (paid.compareTo(amount) >= 0) {
          yield InvoiceStatus.PAID;
        }
        if (today.isAfter(dueOn)) {
          yield InvoiceStatus.OVERDUE;
        }
        yield paid.isPositive() ? InvoiceStatus.PARTIALLY_PAID : InvoiceStatus.ISSUED;
      }
    };
  }

  /** Whether the client owes it: it was issued, and not cancelled. */
  public boolean isOwed() {
    return stage == InvoiceStage.ISSUED;
  }
}
