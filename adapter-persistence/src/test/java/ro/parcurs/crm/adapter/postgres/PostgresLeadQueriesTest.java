package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.LeadQueries;
import ro.parcurs.crm.testkit.LeadQueriesContract;
import ro.parcurs.crm.work.UnitOfWork;

class PostgresLeadQueriesTest extends LeadQueriesContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresLeadQueriesTest() {
    super(DATABASE);
  }

  /**
   * A setting of an extension that the session hasn't used yet is empty, not missing, once it was
   * set for one transaction.
   */
  @Test
  void a_search_works_on_a_connection_that_only_listed_before() {
    String url =
        "jdbc:postgresql://localhost:%d/%s".formatted(PostgresServer.port(), DATABASE.name());
    try (PostgresAdapter adapter =
        PostgresAdapter.open(Configuration.of(url, "postgres", "").withPoolSize(1))) {
      assertThatCode(
              () -> {
                list(adapter, LeadFilter.ALL);
                list(adapter, LeadFilter.ALL.withText("tesatoria"));
                list(adapter, LeadFilter.ALL.withText("tesatoria"));
              })
          .doesNotThrowAnyException();
    }
  }

  private static void list(PostgresAdapter adapter, LeadFilter filter) {
    adapter
        .port(UnitOfWork.class)
        .reading(
            () ->
                adapter
                    .port(LeadQueries.class)
                    .list(
                        LeadScope.ALL,
                        filter,
                        Instant.EPOCH,
                        LeadOrder.BY_NAME,
                        Optional.empty(),
                        9));
  }
}
