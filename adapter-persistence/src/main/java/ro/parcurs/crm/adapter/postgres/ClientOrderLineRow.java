package ro.parcurs.crm.adapter.postgres;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;

/** A row of {@code client_order_line}. */
record ClientOrderLineRow(
    String chapter,
    @Nullable ItemId item,
    @Nullable ItemCode itemCode,
    @Nullable ItemKind itemKind,
    @Nullable String category,
    @Nullable Percentage commission,
    @Nullable BigDecimal cost,
    @Nullable Currency costCurrency,
    String name,
    String unit,
    Quantity quantity,
    BigDecimal price,
    Currency currency,
    String vatCode,
    Percentage vatPercentage,
    boolean vatExempt,
    BigDecimal net) {}
