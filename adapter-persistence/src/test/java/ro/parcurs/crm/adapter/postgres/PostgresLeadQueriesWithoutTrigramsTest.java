package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.LeadQueriesContract;

/** A database that doesn't let the CRM's user create the extension. */
class PostgresLeadQueriesWithoutTrigramsTest extends LeadQueriesContract {

  @RegisterExtension static final FreshDatabase DATABASE = FreshDatabase.withoutExtensions();

  PostgresLeadQueriesWithoutTrigramsTest() {
    super(DATABASE);
  }

  @Override
  protected boolean toleratesTypos() {
    return false;
  }

  @Test
  void there_is_neither_the_extension_nor_what_needs_it() {
    assertThat(DATABASE.query("select count(*) from pg_extension where extname = 'pg_trgm'"))
        .isEqualTo("0");
    assertThat(DATABASE.query("select count(*) from pg_indexes where indexname = 'lead_by_words'"))
        .isEqualTo("0");
    assertThat(DATABASE.query("select has_database_privilege(current_database(), 'create')"))
        .isEqualTo("f");
  }
}
