package ro.parcurs.crm.order.usecase;

import java.time.LocalDate;
import java.util.List;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.ContractNumber;
import ro.parcurs.crm.contract.PaymentTerm;
import ro.parcurs.crm.money.Totals;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.order.OrderFinances;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.order.OrderLine;
import ro.parcurs.crm.order.Payment;

/**
 * A client order with where it stands today.
 *
 * @param payments by date; reversed ones too
 */
public record OrderView(
    OrderId id,
    DocumentNumber number,
    LocalDate date,
    ContractId contract,
    ContractNumber contractNumber,
    PaymentTerm paymentTerm,
    OfferId offer,
    List<OrderLine> lines,
    Totals totals,
    OrderFinances finances,
    List<Payment> payments) {

  public OrderView {
    lines = List.copyOf(lines);
    payments = List.copyOf(payments);
  }
}
