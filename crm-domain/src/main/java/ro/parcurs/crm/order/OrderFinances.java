package ro.parcurs.crm.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ro.parcurs.crm.money.Money;

/**
 * Where an order stands on a day: what was ordered, invoiced and paid, and each invoice with its
 * status. A pure function of the order and of the newest revision of each document; all amounts
 * with VAT, in the order's currency.
 *
 * <p>Always {@code outstanding - credit = invoiced - paid}.
 *
 * @param ordered what the order comes to
 * @param invoiced the sum of the invoices that were issued and not cancelled
 * @param paid the sum of the payments that were not reversed, whatever they pay
 * @param outstanding what the client still owes: the unpaid part of each invoice, added up
 * @param credit what was paid beyond that: ahead of an invoice, on a cancelled one, or too much
 * @param invoices by date of issue, then by number; drafts and cancelled ones too
 */
public record OrderFinances(
    Money ordered,
    Money invoiced,
    Money paid,
    Money outstanding,
    Money credit,
    List<Standing> invoices) {

  private static final Comparator<Standing> BY_DATE =
      Comparator.comparing((Standing standing) -> standing.invoice().issuedOn())
          .thenComparing(standing -> standing.invoice().number())
          .thenComparing(standing -> standing.invoice().id().value());

  public OrderFinances {
    invoices = List.copyOf(invoices);
  }

  /**
   * An invoice with what follows from its payments.
   *
   * @param paid what was paid on it
   * @param outstanding what is left to pay; zero when it was overpaid, or isn't owed
   */
  public record Standing(Invoice invoice, InvoiceStatus status, Money paid, Money outstanding) {}

  /**
   * Adds everything up.
   *
   * @param invoices of this order, each once, at its newest revision
   * @param payments of this order, each once, at its newest revision
   */
  public static OrderFinances of(
      Money ordered, List<Invoice> invoices, List<Payment> payments, LocalDate today) {
    Money zero = Money.zero(ordered.currency());
    Money paid = zero;
    Map<ErpDocumentId, Money> paidByInvoice = new HashMap<>();
    for (Payment payment : payments) {
      if (!payment.cancelled()) {
        paid = paid.plus(payment.amount());
        paidByInvoice.merge(payment.invoice(), payment.amount(), Money::plus);
      }
    }
    Money invoiced = zero;
    Money outstanding = zero;
    List<Standing> standings = new ArrayList<>();
    for (Invoice invoice : invoices) {
      Standing standing = standing(invoice, paidByInvoice.getOrDefault(invoice.id(), zero), today);
      standings.add(standing);
      if (invoice.isOwed()) {
        invoiced = invoiced.plus(invoice.amount());
        outstanding = outstanding.plus(standing.outstanding());
      }
    }
    standings.sort(BY_DATE);
    Money credit = outstanding.minus(invoiced).plus(paid);
    return new OrderFinances(ordered, invoiced, paid, outstanding, credit, standings);
  }

  private static Standing standing(Invoice invoice, Money paid, LocalDate today) {
    Money left = invoice.amount().minus(paid);
    Money zero = Money.zero(paid.currency());
    return new Standing(
        invoice,
        invoice.status(paid, today),
        paid,
        invoice.isOwed() && left.isPositive() ? left : zero);
  }
}
