package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.order.ErpDocumentId;
import ro.parcurs.crm.order.OrderId;

interface ErpDocumentMapper {

  /** Whether the row was new or newer, as a count. */
  int takeInvoice(@Param("row") InvoiceRow row);

  /** Whether the row was new or newer, as a count. */
  int takePayment(@Param("row") PaymentRow row);

  @Nullable InvoiceRow findInvoice(@Param("id") ErpDocumentId id);

  @Nullable PaymentRow findPayment(@Param("id") ErpDocumentId id);

  List<InvoiceRow> invoices(@Param("order") OrderId order);

  List<PaymentRow> payments(@Param("order") OrderId order);
}
