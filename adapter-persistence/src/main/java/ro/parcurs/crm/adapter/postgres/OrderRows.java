package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Totals;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.offer.OfferedItem;
import ro.parcurs.crm.order.ClientOrder;
import ro.parcurs.crm.order.Invoice;
import ro.parcurs.crm.order.OrderLine;
import ro.parcurs.crm.order.Payment;
import ro.parcurs.crm.order.usecase.OrderListItem;

/** Between the rows of client orders, invoices and payments and what they are. */
@Mapper(config = RowMapping.class)
interface OrderRows {

  @Mapping(target = "placedOn", source = "order.date")
  @Mapping(target = "currency", source = "order.totals.gross.currency")
  @Mapping(target = "gross", source = "order.totals.gross.amount")
  @Mapping(target = "totals", source = "totals")
  @Mapping(target = "placedBy", source = "order.placed.by")
  @Mapping(target = "placedByName", source = "order.placed.name")
  @Mapping(target = "placedAt", source = "order.placed.at")
  ClientOrderRow row(ClientOrder.Snapshot order, String totals);

  @Mapping(target = "date", source = "row.placedOn")
  @Mapping(target = "lines", source = "lines")
  @Mapping(target = "totals", source = "totals")
  @Mapping(target = "placed", expression = "java(placed(row))")
  ClientOrder.Snapshot order(ClientOrderRow row, List<OrderLine> lines, Totals totals);

  default Stamp placed(ClientOrderRow row) {
    return new Stamp(row.placedBy(), row.placedByName(), row.placedAt());
  }

  default ClientOrderLineRow row(OrderLine line) {
    Optional<OfferedItem> item = line.item();
    Optional<UnitPrice> cost = item.flatMap(OfferedItem::cost);
    return new ClientOrderLineRow(
        line.chapter(),
        item.map(OfferedItem::id).orElse(null),
        item.map(OfferedItem::code).orElse(null),
        item.map(OfferedItem::kind).orElse(null),
        item.map(OfferedItem::category).orElse(null),
        item.map(OfferedItem::commission).orElse(null),
        cost.map(UnitPrice::value).orElse(null),
        cost.map(UnitPrice::currency).orElse(null),
        line.name(),
        line.unit(),
        line.quantity(),
        line.price().value(),
        line.price().currency(),
        line.vat().code(),
        line.vat().percentage(),
        line.vat().exempt(),
        line.net().amount());
  }

  default OrderLine line(ClientOrderLineRow row) {
    return new OrderLine(
        row.chapter(),
        item(row),
        row.name(),
        row.unit(),
        row.quantity(),
        new UnitPrice(row.price(), row.currency()),
        new VatRate(row.vatCode(), row.vatPercentage(), row.vatExempt()),
        new Money(row.net(), row.currency()));
  }

  default Optional<OfferedItem> item(ClientOrderLineRow row) {
    return Optional.ofNullable(row.item())
        .map(
            id ->
                new OfferedItem(
                    id,
                    Objects.requireNonNull(row.itemCode()),
                    Objects.requireNonNull(row.itemKind()),
                    Objects.requireNonNull(row.category()),
                    Objects.requireNonNull(row.commission()),
                    Optional.ofNullable(row.cost())
                        .map(
                            cost ->
                                new UnitPrice(cost, Objects.requireNonNull(row.costCurrency())))));
  }

  @Mapping(target = "clientOrder", source = "order")
  @Mapping(target = "amount", source = "amount.amount")
  @Mapping(target = "currency", source = "amount.currency")
  InvoiceRow row(Invoice invoice);

  @Mapping(target = "order", source = "clientOrder")
  @Mapping(
      target = "amount",
      expression = "java(new ro.parcurs.crm.money.Money(row.amount(), row.currency()))")
  Invoice invoice(InvoiceRow row);

  @Mapping(target = "clientOrder", source = "order")
  @Mapping(target = "amount", source = "amount.amount")
  @Mapping(target = "currency", source = "amount.currency")
  PaymentRow row(Payment payment);

  @Mapping(target = "order", source = "clientOrder")
  @Mapping(
      target = "amount",
      expression = "java(new ro.parcurs.crm.money.Money(row.amount(), row.currency()))")
  Payment payment(PaymentRow row);

  default OrderListItem item(OrderListRow row) {
    return new OrderListItem(
        row.id(),
        row.number(),
        row.placedOn(),
        row.lead(),
        row.leadName(),
        row.cui(),
        row.contract(),
        row.contractNumber(),
        new Money(row.ordered(), row.currency()),
        new Money(row.invoiced(), row.currency()),
        new Money(row.paid(), row.currency()),
        new Money(row.outstanding(), row.currency()),
        row.overdueInvoices());
  }
}
