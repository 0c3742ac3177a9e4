package ro.parcurs.crm.adapter.postgres;

import java.math.BigDecimal;
import java.time.LocalDate;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.ContractNumber;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.order.OrderId;

/** A line of the list of orders. */
record OrderListRow(
    OrderId id,
    DocumentNumber number,
    LocalDate placedOn,
    LeadId lead,
    String leadName,
    Cui cui,
    ContractId contract,
    ContractNumber contractNumber,
    Currency currency,
    BigDecimal ordered,
    BigDecimal invoiced,
    BigDecimal paid,
    BigDecimal outstanding,
    int overdueInvoices,
    long candidates)
    implements Gathered {}
