package ro.parcurs.example.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.lead.LeadSource;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.Tag;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.LeadSort;
import ro.parcurs.crm.pursuit.Step;

/**
 * A filter and an order of the list of leads, as they stand in the address of the list and in the
 * hidden fields of its forms. What can't be read asks for nothing.
 */
public record LeadListAddress(LeadFilter filter, LeadOrder order) {

  /** Chosen among the owners, stands for nobody. */
  public static final String NOBODY = "-";

  private static final String TEXT = "q";
  private static final String STATE = "state";
  private static final String OWNER = "owner";
  private static final String STEP = "step";
  private static final String PRIORITY = "priority";
  private static final String COUNTY = "county";
  private static final String SOURCE = "source";
  private static final String TAG = "tag";
  private static final String OVERDUE = "overdue";
  private static final String SORT = "sort";
  private static final String DESCENDING = "desc";
  private static final String YES = "yes";

  /** Reads them from the values of each name. */
  public static LeadListAddress of(Function<String, List<String>> values) {
    List<String> text = values.apply(TEXT);
    List<String> owners = values.apply(OWNER);
    LeadFilter filter =
        new LeadFilter(
            text.isEmpty() ? "" : text.get(0),
            constants(LeadState.class, values.apply(STATE)),
            set(
                owners.stream().filter(owner -> !owner.equals(NOBODY)).toList(),
                LeadSource.MAX_LENGTH,
                UserId::new),
            owners.contains(NOBODY),
            constants(Step.class, values.apply(STEP)),
            constants(Priority.class, values.apply(PRIORITY)),
            constants(County.class, values.apply(COUNTY)),
            set(values.apply(SOURCE), LeadSource.MAX_LENGTH, LeadSource::new),
            set(values.apply(TAG), Tag.MAX_LENGTH, Tag::new),
            !values.apply(OVERDUE).isEmpty());
    LeadSort sort =
        constants(LeadSort.class, values.apply(SORT)).stream().findFirst().orElse(LeadSort.NAME);
    return new LeadListAddress(filter, new LeadOrder(sort, !values.apply(DESCENDING).isEmpty()));
  }

  /** The values of each name that has any. */
  public Map<String, List<String>> values() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    put(values, TEXT, filter.text().isEmpty() ? List.of() : List.of(filter.text()));
    put(values, STATE, names(filter.states()));
    List<String> owners =
        new ArrayList<>(filter.owners().stream().map(UserId::value).sorted().toList());
    if (filter.unowned()) {
      owners.add(NOBODY);
    }
    put(values, OWNER, owners);
    put(values, STEP, names(filter.steps()));
    put(values, PRIORITY, names(filter.priorities()));
    put(values, COUNTY, names(filter.counties()));
    put(values, SOURCE, filter.sources().stream().map(LeadSource::value).sorted().toList());
    put(values, TAG, filter.tags().stream().map(Tag::value).sorted().toList());
    put(values, OVERDUE, filter.overdue() ? List.of(YES) : List.of());
    put(values, SORT, order.by() == LeadSort.NAME ? List.of() : List.of(order.by().name()));
    put(values, DESCENDING, order.descending() ? List.of(YES) : List.of());
    return values;
  }

  /** Whether it asks for anything but the order. */
  public boolean narrows() {
    return !filter.equals(LeadFilter.ALL);
  }

  /** Whether it asks for more than a text, or for an order of its own. */
  public boolean isPicky() {
    return !filter.withText("").equals(LeadFilter.ALL) || !order.equals(LeadOrder.BY_NAME);
  }

  /** The address of the first page. */
  public String path() {
    return path(Map.of());
  }

  /** The address of the page after the token. */
  public String path(String after) {
    return path(Map.of("after", List.of(after)));
  }

  /** The address of the same leads in another order; asked for again, the other way round. */
  public String ordered(LeadSort by) {
    boolean turned = order.by() == by && !order.descending();
    return new LeadListAddress(filter, new LeadOrder(by, turned)).path();
  }

  /** The address of the workbook with the same leads. */
  public String export() {
    return path().replaceFirst("^/leads", "/leads/export");
  }

  private String path(Map<String, List<String>> more) {
    Map<String, List<String>> all = values();
    all.putAll(more);
    String question =
        all.entrySet().stream()
            .flatMap(
                entry ->
                    entry.getValue().stream().map(value -> entry.getKey() + "=" + encoded(value)))
            .collect(Collectors.joining("&"));
    return question.isEmpty() ? "/leads" : "/leads?" + question;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static void put(Map<String, List<String>> values, String name, List<String> some) {
    if (!some.isEmpty()) {
      values.put(name, some);
    }
  }

  private static List<String> names(Set<? extends Enum<?>> constants) {
    return constants.stream().map(Enum::name).sorted().toList();
  }

  private static <E extends Enum<E>> Set<E> constants(Class<E> type, List<String> names) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> names.contains(constant.name()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The values made of the texts; texts that are too long to be one are left out. */
  private static <T> Set<T> set(List<String> texts, int maxLength, Function<String, T> of) {
    return texts.stream()
        .filter(text -> text.length() <= maxLength)
        .map(of)
        .collect(Collectors.toUnmodifiableSet());
  }
}
