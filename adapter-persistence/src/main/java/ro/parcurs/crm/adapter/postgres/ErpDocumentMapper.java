package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.order.ErpDocumentId;
import ro.parcurs.crm.order.OrderId;

interface ErpDocumentMapper {

  /** No row when one is there already. */
  int addInvoice(@Param("row") InvoiceRow row);

  /** No row when one is there already. */
  int addPayment(@Param("row") PaymentRow row);

  /** The order that the invoice belongs to until it is replaced. */
  OrderId lockInvoice(@Param("id") ErpDocumentId id);

  /** The order that the payment belongs to until it is replaced. */
  OrderId lockPayment(@Param("id") ErpDocumentId id);

  /** No row when the one that is there is as new. */
  int replaceInvoice(@Param("row") InvoiceRow row);

  /** No row when the one that is there is as new. */
  int replacePayment(@Param("row") PaymentRow row);

  @Nullable OrderId lockOrder(@Param("order") OrderId order);

  /** Says in the order's row, where lists look for it, whether something is not paid. */
  void tellOrder(@Param("order") OrderId order);

  @Nullable InvoiceRow findInvoice(@Param("id") ErpDocumentId id);

  @Nullable PaymentRow findPayment(@Param("id") ErpDocumentId id);

  List<InvoiceRow> invoices(@Param("order") OrderId order);

  List<PaymentRow> payments(@Param("order") OrderId order);
}
