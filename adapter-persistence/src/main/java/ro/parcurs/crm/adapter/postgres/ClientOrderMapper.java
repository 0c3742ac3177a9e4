package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.order.usecase.OrderFilter;
import ro.parcurs.crm.pursuit.PursuitId;

interface ClientOrderMapper {

  int insert(@Param("row") ClientOrderRow row);

  void insertLines(@Param("order") OrderId order, @Param("lines") List<ClientOrderLineRow> lines);

  @Nullable ClientOrderRow find(@Param("id") OrderId id);

  @Nullable ClientOrderRow findByPursuit(@Param("pursuit") PursuitId pursuit);

  @Nullable ClientOrderRow findByNumber(@Param("number") DocumentNumber number);

  List<ClientOrderRow> ofLead(@Param("lead") LeadId lead);

  List<ClientOrderLineRow> linesOf(@Param("order") OrderId order);

  List<OrderListRow> list(DocumentQuestion<OrderFilter, OrderId> question);
}
