package ro.parcurs.example.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadListItem;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.ListLeads;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.example.web.People;

class DemoDataTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, CrmModule.ZONE);
  private static final Actor MANAGER =
      new Actor(new UserId("dan.munteanu"), "Dan Munteanu", Set.of(Role.MANAGER));

  @Test
  void forty_companies_are_told_of_some_in_every_step_and_state() throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        PostgresAdapter storage = PostgresAdapter.on(server.getPostgresDatabase())) {
      assertThat(DemoData.fillIfEmpty(storage, People.asUsers(), CLOCK)).isTrue();

      List<LeadListItem> leads = leads(storage);
      assertThat(leads).hasSize(40);
      assertThat(count(leads, lead -> Optional.of(lead.state())).keySet())
          .containsExactlyInAnyOrder(LeadState.values());
      assertThat(count(leads, lead -> lead.task().map(task -> task.step())).keySet())
          .containsExactlyInAnyOrder(Step.values());
      assertThat(leads).anyMatch(lead -> lead.owner().isEmpty());

      assertThat(DemoData.fillIfEmpty(storage, People.asUsers(), CLOCK)).isFalse();
      assertThat(leads(storage)).hasSize(40);
    }
  }

  @Test
  void what_breaks_in_the_middle_leaves_nothing_and_is_made_up_for_later() throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        PostgresAdapter storage = PostgresAdapter.on(server.getPostgresDatabase())) {
      assertThatThrownBy(() -> DemoData.fillIfEmpty(storage, new ForgetfulUsers(60), CLOCK))
          .isInstanceOf(IllegalStateException.class);
      assertThat(leads(storage)).isEmpty();

      assertThat(DemoData.fillIfEmpty(storage, People.asUsers(), CLOCK)).isTrue();
      assertThat(leads(storage)).hasSize(40);
    }
  }

  @Test
  void the_companies_are_made_up_with_codes_that_pass_the_check_digit() {
    List<DemoCompany> companies = DemoCompany.all();

    assertThat(companies).hasSize(40).extracting(DemoCompany::cui).doesNotHaveDuplicates();
    assertThat(companies)
        .allSatisfy(
            company -> {
              assertThat(Cui.of(company.cui()).toString()).contains("9900");
              assertThat(company.name()).contains(" Demo ");
              assertThat(company.email()).endsWith(".example.com");
              assertThat(company.phone()).startsWith("0700 000 ");
            });
    assertThat(companies).extracting(DemoCompany::fate).contains(DemoCompany.Fate.values());
  }

  private static List<LeadListItem> leads(PostgresAdapter storage) {
    Crm crm =
        Guice.createInjector(
                new CrmModule(),
                storage.module(),
                new AbstractModule() {
                  @Override
                  protected void configure() {
                    bind(Users.class).toInstance(People.asUsers());
                  }
                })
            .getInstance(Crm.class);
    return crm.leads()
        .list(MANAGER, new ListLeads.Query(LeadFilter.ALL, LeadOrder.BY_NAME, null, 100))
        .items();
  }

  private static <K> Map<K, Long> count(
      List<LeadListItem> leads, Function<LeadListItem, Optional<K>> key) {
    return leads.stream()
        .flatMap(lead -> key.apply(lead).stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** Answers some questions, then fails. */
  private static final class ForgetfulUsers implements Users {

    private int answers;

    ForgetfulUsers(int answers) {
      this.answers = answers;
    }

    @Override
    public Optional<Actor> find(UserId id) {
      if (answers-- == 0) {
        throw new IllegalStateException("forgotten");
      }
      return People.asUsers().find(id);
    }

    @Override
    public List<Actor> list() {
      return People.asUsers().list();
    }
  }
}
