package ro.parcurs.crm.adapter.postgres;

import java.math.BigDecimal;
import java.time.LocalDate;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.order.ErpDocumentId;
import ro.parcurs.crm.order.InvoiceStage;
import ro.parcurs.crm.order.OrderId;

/** A row of {@code invoice}. */
record InvoiceRow(
    ErpDocumentId id,
    long revision,
    OrderId clientOrder,
    String number,
    InvoiceStage stage,
    LocalDate issuedOn,
    LocalDate dueOn,
    BigDecimal amount,
    Currency currency) {}
