package ro.parcurs.crm.adapter.postgres;

import com.google.inject.util.Modules;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.ArticleJourney;
import ro.parcurs.crm.testkit.InMemoryModule;

class PostgresArticleJourneyTest extends ArticleJourney {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresArticleJourneyTest() {
    super(Modules.override(new InMemoryModule()).with(DATABASE.adapter().module()));
  }
}
