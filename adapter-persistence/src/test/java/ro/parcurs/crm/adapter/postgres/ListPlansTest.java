package ro.parcurs.crm.adapter.postgres;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.usecase.ContractFilter;
import ro.parcurs.crm.contract.usecase.ContractQueries;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.SheetState;
import ro.parcurs.crm.evaluation.usecase.SheetFilter;
import ro.parcurs.crm.evaluation.usecase.SheetQueries;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.LeadSource;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.Tag;
import ro.parcurs.crm.lead.usecase.LeadCursor;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.LeadQueries;
import ro.parcurs.crm.lead.usecase.LeadSort;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.offer.usecase.OfferFilter;
import ro.parcurs.crm.offer.usecase.OfferQueries;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.order.usecase.OrderFilter;
import ro.parcurs.crm.order.usecase.OrderQueries;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.Timeline;

/**
 * No list reads a table that grows with the business, whatever is asked: every list, filter and
 * order, by those who see everything and by an agent, among 200,000 leads.
 */
class ListPlansTest {

  private static final int LEADS = 200_000;

  /**
   * Rows that a statement may read in tables, or that a step of it may sort. What one lead in
   * twenty has is found two thousand times among the first forty thousand.
   */
  private static final long BOUND = 45_000;

  /** Offers and sheets are a fifth as many as leads. */
  private static final long BOUND_OF_DOCUMENTS = 25_000;

  private static final int PAGE = 51;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final List<LeadScope> SCOPES =
      List.of(LeadScope.ALL, LeadScope.of(new UserId("agent-7")));

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static ExplainingDatabase explaining;
  private static PostgresAdapter adapter;

  private final List<String> faults = new ArrayList<>();
  private long most;
  private int statements;

  @BeforeAll
  static void fill() throws SQLException {
    ManyLeads.fill(DATABASE.dataSource(), LEADS);
    explaining = new ExplainingDatabase(DATABASE.dataSource());
    adapter = PostgresAdapter.on(explaining.dataSource());
  }

  @Test
  void no_list_of_leads_reads_more_than_a_bounded_number_of_rows() {
    long begin = System.nanoTime();
    Map<String, List<LeadFilter>> filters = leadFilters();
    assertThat(filters.keySet()).isEqualTo(components(LeadFilter.class));
    for (LeadScope scope : SCOPES) {
      list(scope, LeadFilter.ALL, "everything");
      filters.forEach((part, some) -> some.forEach(filter -> list(scope, filter, part)));
    }
    report("lists of leads read a bounded number of rows", begin);
  }

  @Test
  void no_list_of_documents_reads_more_than_a_bounded_number_of_rows() {
    long begin = System.nanoTime();
    for (LeadScope scope : SCOPES) {
      offers(scope);
      contracts(scope);
      orders(scope);
      sheets(scope);
    }
    report("lists of documents read a bounded number of rows", begin);
  }

  @Test
  void a_timeline_reads_its_own_entries() {
    long begin = System.nanoTime();
    LeadId lead = new LeadId(UUID.fromString(DATABASE.query("select lead::text from timeline")));
    TimelineEntryId entry =
        new TimelineEntryId(
            UUID.fromString(
                DATABASE.query("select max(id::text) from timeline where lead = '" + lead + "'")));
    port(Timeline.class).of(lead, Optional.empty(), PAGE);
    judge("timeline", 10);
    port(Timeline.class).of(lead, Optional.of(entry), PAGE);
    judge("timeline after", 10);
    report("a timeline reads its own entries", begin);
  }

  @Test
  void control_a_missing_index_shows() {
    hide("lead_by_name", true);
    try {
      port(LeadQueries.class)
          .list(LeadScope.ALL, LeadFilter.ALL, ManyLeads.NOW, LeadOrder.BY_NAME, none(), PAGE);
      judge("control", BOUND);
      assertThat(faults).isNotEmpty();
    } finally {
      hide("lead_by_name", false);
    }
  }

  @Test
  void without_the_extension_a_rare_word_is_looked_for_in_all_leads() {
    hide("lead_by_words", true);
    try {
      port(LeadQueries.class)
          .count(LeadScope.ALL, LeadFilter.ALL.withText("wwwwww"), ManyLeads.NOW);
      judge("no index of words", BOUND);
      assertThat(faults).isNotEmpty();
    } finally {
      hide("lead_by_words", false);
    }
  }

  /** Plans do without an index that is not valid, as if it were dropped. */
  private static void hide(String index, boolean hidden) {
    DATABASE.execute(
        "update pg_index set indisvalid = %s where indexrelid = '%s'::regclass"
            .formatted(!hidden, index));
  }

  // ---- leads ----

  private void list(LeadScope scope, LeadFilter filter, String part) {
    for (LeadSort by : LeadSort.values()) {
      for (boolean descending : directions(scope, filter)) {
        LeadOrder order = new LeadOrder(by, descending);
        String about = part + " " + filter + " " + order + " " + name(scope);
        port(LeadQueries.class).list(scope, filter, ManyLeads.NOW, order, none(), PAGE);
        judge(about, BOUND);
        if (filter.equals(LeadFilter.ALL)) {
          Optional<LeadCursor> middle = Optional.of(middle(order));
          port(LeadQueries.class).list(scope, filter, ManyLeads.NOW, order, middle, PAGE);
          judge("page in the middle of " + about, BOUND);
        }
      }
    }
    port(LeadQueries.class).count(scope, filter, ManyLeads.NOW);
    judge("count " + part + " " + filter + " " + name(scope), BOUND);
  }

  /** Filters go one way for each of the scopes, which halves the time. */
  private static List<Boolean> directions(LeadScope scope, LeadFilter filter) {
    return filter.equals(LeadFilter.ALL) ? List.of(false, true) : List.of(scope.all());
  }

  private static LeadCursor middle(LeadOrder order) {
    String key =
        switch (order.by()) {
          case NAME -> "mobila";
          case PRIORITY -> "NORMAL";
          case DEADLINE -> ManyLeads.NOW.toString();
          case ADDED, CHANGED -> "2025-06-01T00:00:00Z";
        };
    return new LeadCursor(order, key, new LeadId(new UUID(0, LEADS / 2)));
  }

  /** Filters by each component, each value of an enumeration among them. */
  private static Map<String, List<LeadFilter>> leadFilters() {
    LeadFilter all = LeadFilter.ALL;
    String known = DATABASE.query("select name_key from lead where id::text like '%777'");
    String phone = DATABASE.query("select phone from lead where id::text like '%777'");
    Map<String, List<LeadFilter>> filters = new LinkedHashMap<>();
    filters.put(
        "text",
        Stream.of(
                known,
                phone,
                "srl",
                "sa",
                "transport",
                "popescu",
                "ion popescu srl",
                "agro ba",
                "10077",
                "wwwwww",
                "trasport",
                "popecsu")
            .map(all::withText)
            .toList());
    filters.put("states", each(LeadState.values()).map(all::withStates).toList());
    filters.put(
        "owners",
        Stream.of("agent-7", "agent-8", "nobody")
            .map(owner -> all.withOwners(Set.of(new UserId(owner)), false))
            .toList());
    filters.put("unowned", List.of(all.withOwners(Set.of(), true)));
    filters.put("steps", each(Step.values()).map(all::withSteps).toList());
    filters.put("priorities", each(Priority.values()).map(all::withPriorities).toList());
    filters.put("counties", each(County.B, County.CJ).map(all::withCounties).toList());
    filters.put(
        "sources",
        Stream.of("Site", "Ziar", "nowhere")
            .map(source -> all.withSources(Set.of(new LeadSource(source))))
            .toList());
    filters.put(
        "tags",
        Stream.of("vest", "agricol").map(tag -> all.withTags(Set.of(new Tag(tag)))).toList());
    filters.put(
        "overdue",
        List.of(
            all.withOverdue(true),
            all.withOverdue(true).withCounties(Set.of(County.CJ)).withText("srl")));
    return filters;
  }

  @SafeVarargs
  private static <E extends Enum<E>> Stream<Set<E>> each(E... values) {
    return Arrays.stream(values).map(Set::of);
  }

  // ---- documents ----

  private void offers(LeadScope scope) {
    Map<String, List<OfferFilter>> filters = new LinkedHashMap<>();
    filters.put("lead", List.of(OfferFilter.of(pursued())));
    filters.put(
        "states",
        each(OfferState.values())
            .map(states -> new OfferFilter(null, states, false, null))
            .toList());
    filters.put("expired", List.of(new OfferFilter(null, Set.of(), true, null)));
    filters.put(
        "search", searches().map(text -> new OfferFilter(null, Set.of(), false, text)).toList());
    assertThat(filters.keySet()).isEqualTo(components(OfferFilter.class));
    OfferId last = new OfferId(UUID.fromString(DATABASE.query("select max(id::text) from offer")));
    with(filters, OfferFilter.NONE)
        .forEach(
            filter ->
                after(last)
                    .forEach(
                        end -> {
                          port(OfferQueries.class).list(scope, filter, TODAY, end, PAGE);
                          judge("offers " + filter + end + name(scope), BOUND_OF_DOCUMENTS);
                        }));
  }

  private void contracts(LeadScope scope) {
    Map<String, List<ContractFilter>> filters = new LinkedHashMap<>();
    filters.put("lead", List.of(ContractFilter.of(pursued())));
    filters.put("search", searches().map(text -> new ContractFilter(null, text)).toList());
    assertThat(filters.keySet()).isEqualTo(components(ContractFilter.class));
    ContractId last =
        new ContractId(UUID.fromString(DATABASE.query("select max(id::text) from contract")));
    with(filters, ContractFilter.NONE)
        .forEach(
            filter ->
                after(last)
                    .forEach(
                        end -> {
                          port(ContractQueries.class).list(scope, filter, end, PAGE);
                          judge("contracts " + filter + end + name(scope), BOUND_OF_DOCUMENTS);
                        }));
  }

  private void orders(LeadScope scope) {
    Map<String, List<OrderFilter>> filters = new LinkedHashMap<>();
    filters.put("search", searches().map(text -> new OrderFilter(text, false)).toList());
    filters.put("unpaidOnly", List.of(new OrderFilter(null, true)));
    assertThat(filters.keySet()).isEqualTo(components(OrderFilter.class));
    OrderId last =
        new OrderId(UUID.fromString(DATABASE.query("select max(id::text) from client_order")));
    with(filters, OrderFilter.NONE)
        .forEach(
            filter ->
                after(last)
                    .forEach(
                        end -> {
                          port(OrderQueries.class).list(scope, filter, TODAY, end, PAGE);
                          judge("orders " + filter + end + name(scope), BOUND_OF_DOCUMENTS);
                        }));
  }

  private void sheets(LeadScope scope) {
    Map<String, List<SheetFilter>> filters = new LinkedHashMap<>();
    filters.put("text", searches().map(SheetFilter.ALL::withText).toList());
    filters.put("states", each(SheetState.values()).map(SheetFilter.ALL::withStates).toList());
    filters.put("lead", List.of(SheetFilter.ALL.withLead(pursued())));
    assertThat(filters.keySet()).isEqualTo(components(SheetFilter.class));
    SheetId last =
        new SheetId(UUID.fromString(DATABASE.query("select max(id::text) from evaluation_sheet")));
    with(filters, SheetFilter.ALL)
        .forEach(
            filter -> {
              after(last)
                  .forEach(
                      end -> {
                        port(SheetQueries.class).list(scope, filter, end, PAGE);
                        judge("sheets " + filter + end + name(scope), BOUND_OF_DOCUMENTS);
                      });
              port(SheetQueries.class).count(scope, filter);
              judge("count sheets " + filter + name(scope), BOUND);
            });
  }

  private static Stream<String> searches() {
    String known = DATABASE.query("select name_key from lead where state = 'CONTRACTED'");
    return Stream.of(known, "srl", "transport", "2026", "0000777", "wwwwww");
  }

  private static LeadId pursued() {
    return new LeadId(
        UUID.fromString(DATABASE.query("select id::text from lead where state = 'CONTRACTED'")));
  }

  private static <F> List<F> with(Map<String, List<F>> filters, F everything) {
    return Stream.concat(Stream.of(everything), filters.values().stream().flatMap(List::stream))
        .toList();
  }

  private static <I> List<Optional<I>> after(I last) {
    return List.of(Optional.empty(), Optional.of(last));
  }

  // ---- plans ----

  private void judge(String about, long bound) {
    for (ExplainingDatabase.Plan plan : explaining.takePlans()) {
      statements++;
      Work work = new Work();
      work.add(plan.root());
      most = Math.max(most, Math.max(work.read, work.sorted));
      if (work.read > bound || work.sorted > bound) {
        faults.add(
            about
                + ": reads "
                + work.read
                + ", sorts "
                + work.sorted
                + ": "
                + work
                + "\n  "
                + plan.sql());
      }
    }
  }

  private void report(String promise, long begin) {
    Proof.report(
        promise,
        0,
        Duration.ofNanos(System.nanoTime() - begin),
        statements + " statements, at most " + most + " rows of " + LEADS + " leads' tables");
    assertThat(faults).as(String.join("\n", faults)).isEmpty();
    assertThat(statements).isPositive();
  }

  /** What a plan did, summed over its steps. */
  private static final class Work {

    private final List<String> scans = new ArrayList<>();
    private long read;
    private long sorted;

    void add(JsonNode step) {
      String type = step.get("Node Type").asText();
      long loops = step.get("Actual Loops").asLong();
      if (step.has("Relation Name")) {
        long rows = loops * (rows(step, "Actual Rows") + removed(step));
        read += rows;
        scans.add(
            type
                + " of "
                + step.get("Relation Name").asText()
                + " by "
                + step.path("Index Name").asText("-")
                + " "
                + rows);
      }
      if (type.equals("Sort") && loops > 0) {
        sorted = Math.max(sorted, rows(step.get("Plans").get(0), "Actual Rows"));
      }
      step.path("Plans").forEach(this::add);
    }

    private static long removed(JsonNode step) {
      return rows(step, "Rows Removed by Filter")
          + rows(step, "Rows Removed by Index Recheck")
          + rows(step, "Rows Removed by Join Filter");
    }

    private static long rows(JsonNode step, String what) {
      return Math.round(step.path(what).asDouble(0));
    }

    @Override
    public String toString() {
      return scans.stream().collect(joining(", "));
    }
  }

  private static Set<String> components(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(c -> c.getName()).collect(toSet());
  }

  private static String name(LeadScope scope) {
    return scope.all() ? " for all" : " for an agent";
  }

  private static Optional<LeadCursor> none() {
    return Optional.empty();
  }

  private static <P> P port(Class<P> port) {
    return adapter.port(port);
  }
}
