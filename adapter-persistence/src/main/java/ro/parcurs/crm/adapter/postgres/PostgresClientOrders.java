package ro.parcurs.crm.adapter.postgres;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Totals;
import ro.parcurs.crm.order.ClientOrder;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.order.OrderLine;
import ro.parcurs.crm.order.usecase.ClientOrders;
import ro.parcurs.crm.order.usecase.OrderFilter;
import ro.parcurs.crm.order.usecase.OrderListItem;
import ro.parcurs.crm.order.usecase.OrderQueries;
import ro.parcurs.crm.pursuit.PursuitId;

/**
 * The client orders in the tables {@code client_order} and {@code client_order_line}, and the lists
 * of them.
 */
final class PostgresClientOrders implements ClientOrders, OrderQueries {

  private final Lists lists;
  private final ClientOrderMapper mapper;
  private final Documents documents;
  private final OrderRows rows = new GeneratedOrderRows();

  PostgresClientOrders(Lists lists, ClientOrderMapper mapper, Documents documents) {
    this.lists = lists;
    this.mapper = mapper;
    this.documents = documents;
  }

  @Override
  public void add(ClientOrder order) {
    ClientOrder.Snapshot state = order.snapshot();
    if (mapper.insert(rows.row(state, documents.write(state.totals()))) == 0) {
      throw Stream.of(
              mapper.findByPursuit(order.pursuit()),
              mapper.findByNumber(order.number()),
              mapper.find(order.id()))
          .filter(Objects::nonNull)
          .findFirst()
          .map(
              existing -> new AlreadyExists(Subject.CLIENT_ORDER, existing.number(), existing.id()))
          .orElseThrow();
    }
    if (!order.lines().isEmpty()) {
      mapper.insertLines(order.id(), order.lines().stream().map(rows::row).toList());
    }
  }

  @Override
  public ClientOrder get(OrderId id) {
    return made(mapper.find(id)).orElseThrow(() -> new NotFound(Subject.CLIENT_ORDER, id));
  }

  @Override
  public Optional<ClientOrder> find(PursuitId pursuit) {
    return made(mapper.findByPursuit(pursuit));
  }

  @Override
  public List<ClientOrder> of(LeadId lead) {
    return mapper.ofLead(lead).stream().flatMap(row -> made(row).stream()).toList();
  }

  @Override
  public List<OrderListItem> list(
      LeadScope scope, OrderFilter filter, LocalDate today, Optional<OrderId> after, int limit) {
    DocumentQuestion<OrderFilter, OrderId> question =
        DocumentQuestion.of(scope, filter, null, filter.words(), today, after, limit);
    return lists.reading(() -> question.page(lists, OrderFilter.NONE, mapper::list)).stream()
        .map(rows::item)
        .toList();
  }

  private Optional<ClientOrder> made(@Nullable ClientOrderRow row) {
    if (row == null) {
      return Optional.empty();
    }
    List<OrderLine> lines = mapper.linesOf(row.id()).stream().map(rows::line).toList();
    Totals totals = documents.read(row.totals(), Totals.class);
    return Optional.of(ClientOrder.rebuild(rows.order(row, lines, totals)));
  }
}
