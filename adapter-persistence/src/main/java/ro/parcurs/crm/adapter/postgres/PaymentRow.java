package ro.parcurs.crm.adapter.postgres;

import java.math.BigDecimal;
import java.time.LocalDate;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.order.ErpDocumentId;
import ro.parcurs.crm.order.OrderId;

/** A row of {@code payment}. */
record PaymentRow(
    ErpDocumentId id,
    long revision,
    OrderId clientOrder,
    ErpDocumentId invoice,
    LocalDate paidOn,
    BigDecimal amount,
    Currency currency,
    boolean cancelled) {}
