package ro.parcurs.crm.order.usecase;

import java.time.LocalDate;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.ContractNumber;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.order.OrderId;

/**
 * A line of the list of orders; the amounts as in {@link ro.parcurs.crm.order.OrderFinances}.
 *
 * @param overdueInvoices how many invoices are overdue today
 */
public record OrderListItem(
    OrderId id,
    DocumentNumber number,
    LocalDate date,
    LeadId lead,
    String leadName,
    Cui cui,
    ContractId contract,
    ContractNumber contractNumber,
    Money ordered,
    Money invoiced,
    Money paid,
    Money outstanding,
    int overdueInvoices) {}
