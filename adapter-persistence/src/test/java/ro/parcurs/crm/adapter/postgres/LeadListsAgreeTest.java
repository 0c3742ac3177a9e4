package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.LeadFixture.aLead;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadDetails;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.LeadSource;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.Tag;
import ro.parcurs.crm.lead.usecase.LeadCursor;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadListItem;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.LeadQueries;
import ro.parcurs.crm.lead.usecase.LeadSort;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.lead.usecase.SavedFilter;
import ro.parcurs.crm.lead.usecase.SavedFilterId;
import ro.parcurs.crm.lead.usecase.SavedFilters;
import ro.parcurs.crm.pursuit.Deadline;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.LeadFixture;
import ro.parcurs.crm.testkit.Ports;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.work.Count;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Random filters over random leads: all pages of the database's list, read one after another as an
 * export does, also by a filter that was saved and read back, are those of the adapter in memory,
 * and as many as are counted. The lists are also told that two are many and four steps far, so that
 * every way to a page is gone.
 */
class LeadListsAgreeTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final List<UserId> USERS =
      List.of(new UserId("ana"), new UserId("ion"), new UserId("dan"));
  private static final List<String> WORDS =
      List.of("Construcții", "Transport", "Agro", "Șosea", "Nord", "SRL", "SA", "Popescu");
  private static final List<String> ASKED =
      List.of(
          "srl",
          "SA",
          "transport",
          "trasport",
          "sosea",
          "contructii",
          "n",
          "nord agro",
          "popesco",
          "zzz",
          "no sr");
  private static final LeadSource FAIR = new LeadSource("Târg");

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private final Ports memory = new InMemoryPorts();

  @Test
  void any_list_is_the_same_in_memory_and_in_the_database_page_by_page() {
    int leads = Proof.tries(150, 400);
    int tries = Proof.tries(200, 10_000);
    long seed = Proof.seed();
    Random random = new Random(seed);
    long begin = System.nanoTime();
    for (int i = 0; i < leads; i++) {
      add(random);
    }
    int found = 0;
    int empty = 0;
    LeadQueries hesitant = hesitant();
    for (int i = 0; i < tries; i++) {
      LeadFilter filter = filter(random);
      LeadScope scope = random.nextInt(3) == 0 ? LeadScope.ALL : LeadScope.of(pick(random, USERS));
      LeadOrder order = new LeadOrder(pick(random, LeadSort.values()), random.nextBoolean());
      String about = filter + " " + scope + " " + order + ", -Dparcurs.seed=" + seed;

      List<LeadId> expected = pages(memory.port(LeadQueries.class), scope, filter, order, 1000);
      LeadQueries queries = DATABASE.port(LeadQueries.class);
      assertThat(pages(queries, scope, filter, order, 1 + random.nextInt(40)))
          .as(about)
          .isEqualTo(expected);
      assertThat(pages(hesitant, scope, filter, order, 1 + random.nextInt(40)))
          .as("every way " + about)
          .isEqualTo(expected);
      assertThat(pages(queries, scope, savedAndReadBack(filter, order), order, 100))
          .as("saved " + about)
          .isEqualTo(expected);
      assertThat(queries.count(scope, filter, NOW))
          .as(about)
          .isEqualTo(Count.of(expected.size()))
          .isEqualTo(memory.port(LeadQueries.class).count(scope, filter, NOW));
      found += expected.size();
      empty += expected.isEmpty() ? 1 : 0;
    }
    Proof.report(
        "a list is the same in memory and in the database",
        seed,
        Duration.ofNanos(System.nanoTime() - begin),
        tries + " lists of " + found + " lines, " + empty + " empty");
    assertThat(empty).isLessThan(tries / 2);
  }

  private void add(Random random) {
    Lead lead = lead(random);
    Optional<Responsibility> task =
        lead.state() == LeadState.ACTIVE && random.nextInt(4) > 0
            ? Optional.of(task(random, lead))
            : Optional.empty();
    for (Ports ports : List.of(memory, DATABASE)) {
      ports
          .port(UnitOfWork.class)
          .inTransaction(
              () -> {
                ports.port(Leads.class).add(lead);
                task.ifPresent(
                    open -> {
                      ports
                          .port(Pursuits.class)
                          .add(
                              Pursuit.begin(
                                  open.pursuit(), lead.id(), Optional.empty(), lead.added()));
                      ports.port(Responsibilities.class).add(open);
                    });
                return true;
              });
    }
  }

  private static Lead lead(Random random) {
    LeadFixture fixture =
        aLead()
            .named(pick(random, WORDS) + " " + pick(random, WORDS) + " " + random.nextInt(5))
            .in(pick(random, List.of(County.B, County.CJ, County.IS)))
            .of(pick(random, Priority.values()))
            .withContact(
                pick(random, WORDS) + " Ion", "0722123" + (100 + random.nextInt(900)), "a@b.ro")
            .with(
                lead ->
                    lead.edit(
                        lead.company(),
                        new LeadDetails(
                            random.nextBoolean() ? Optional.of(FAIR) : Optional.empty(),
                            Optional.empty(),
                            lead.details().priority(),
                            random.nextBoolean() ? List.of(new Tag("vest")) : List.of()),
                        lead.added()));
    if (random.nextInt(3) == 0) {
      fixture = fixture.ownedBy(pick(random, USERS));
    } else if (random.nextBoolean()) {
      fixture = fixture.activatedFor(pick(random, USERS));
      if (random.nextInt(5) == 0) {
        fixture = fixture.with(lead -> lead.assignTo(Optional.empty(), lead.added()));
      }
    }
    return fixture.changedAt(NOW.plusSeconds(random.nextInt(10))).build();
  }

  private static Responsibility task(Random random, Lead lead) {
    return Responsibility.open(
        new ResponsibilityId(UUID.randomUUID()),
        lead.id(),
        new PursuitId(UUID.randomUUID()),
        pick(random, Step.values()),
        pick(random, USERS),
        new Deadline(NOW.plusSeconds(random.nextInt(10) - 5)),
        lead.added());
  }

  private static LeadFilter filter(Random random) {
    LeadFilter filter = LeadFilter.ALL;
    for (int i = 0; i < random.nextInt(4); i++) {
      filter =
          switch (random.nextInt(9)) {
            case 0 -> filter.withText(pick(random, ASKED));
            case 1 -> filter.withStates(some(random, LeadState.values()));
            case 2 ->
                filter.withOwners(
                    random.nextInt(4) == 0 ? Set.of() : some(random, USERS.toArray(UserId[]::new)),
                    random.nextBoolean());
            case 3 -> filter.withSteps(some(random, Step.values()));
            case 4 -> filter.withPriorities(some(random, Priority.values()));
            case 5 -> filter.withCounties(some(random, new County[] {County.B, County.CJ}));
            case 6 -> filter.withSources(Set.of(FAIR));
            case 7 -> filter.withTags(Set.of(new Tag("vest"), new Tag("est")));
            default -> filter.withOverdue(true);
          };
    }
    return filter;
  }

  private static LeadFilter savedAndReadBack(LeadFilter filter, LeadOrder order) {
    SavedFilters filters = DATABASE.port(SavedFilters.class);
    UserId user = new UserId("u" + UUID.randomUUID());
    DATABASE
        .port(UnitOfWork.class)
        .inTransaction(
            () ->
                filters.put(
                    new SavedFilter(
                        new SavedFilterId(UUID.randomUUID()), user, "x", filter, order)));
    return filters.of(user).get(0).filter();
  }

  /** Lists that take two for many, and four steps for far. */
  private static LeadQueries hesitant() {
    PostgresUnitOfWork unit =
        new PostgresUnitOfWork(
            Mappers.sessions(DATABASE.dataSource(), "", Optional.empty()), Optional.empty());
    return new PostgresLeadQueries(
        new Lists(unit, unit.mapper(PlanMapper.class), 2, 4), unit.mapper(LeadListMapper.class));
  }

  private static List<LeadId> pages(
      LeadQueries queries, LeadScope scope, LeadFilter filter, LeadOrder order, int limit) {
    List<LeadId> ids = new ArrayList<>();
    Optional<LeadCursor> after = Optional.empty();
    do {
      List<LeadListItem> page = queries.list(scope, filter, NOW, order, after, limit);
      page.forEach(item -> ids.add(item.id()));
      after =
          page.size() < limit
              ? Optional.empty()
              : Optional.of(LeadCursor.after(page.get(page.size() - 1), order));
    } while (after.isPresent());
    return ids;
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  @SafeVarargs
  private static <T> Set<T> some(Random random, T... values) {
    Set<T> some = new HashSet<>(Arrays.asList(values));
    some.removeIf(value -> random.nextBoolean());
    return some;
  }
}
