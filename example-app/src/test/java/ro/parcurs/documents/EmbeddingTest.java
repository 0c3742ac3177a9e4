package ro.parcurs.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.LeadPage;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.work.Caller;

/** What the page about embedding shows is code that compiles and does what is said. */
class EmbeddingTest {

  private static final Path PAGE = Path.of("../docs/embedding.md");
  private static final Path SOURCE =
      Path.of("src/test/java/ro/parcurs/documents/EmbeddingInErp.java");
  private static final Pattern SHOWN = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMPILED =
      Pattern.compile("  // [^\n]*:\n(  static .*?)\n*  // So far\\.", Pattern.DOTALL);

  private static final Actor ANA =
      new Actor(new UserId("ana"), "Ana Exemplu", Set.of(Role.MANAGER));

  private static final Users USERS =
      new Users() {
        @Override
        public Optional<Actor> find(UserId id) {
          return list().stream().filter(user -> user.id().equals(id)).findFirst();
        }

        @Override
        public List<Actor> list() {
          return List.of(ANA);
        }
      };

  @Test
  void the_examples_are_the_code_that_is_compiled() throws IOException {
    List<String> shown = found(SHOWN, Files.readString(PAGE));
    List<String> compiled = new ArrayList<>();
    found(COMPILED, Files.readString(SOURCE)).forEach(code -> compiled.add(code.indent(-2)));
    assertThat(shown).hasSize(2).isEqualTo(compiled);
  }

  @Test
  void a_lead_is_added_with_the_booking_of_the_erp_or_neither_is() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      DataSource database = server.getPostgresDatabase();
      try (Connection erp = database.getConnection()) {
        execute(erp, "create table erp_booking (what text)");
        PostgresAdapter postgres = PostgresAdapter.on(database);
        Crm crm = crm(postgres);
        EmbeddingInErp.bookAndAdd(postgres, crm, erp, Caller.of(ANA), client());
        assertThat(count(erp, "erp_booking")).isEqualTo(1);
        assertThat(count(erp, "lead")).isEqualTo(1);
        erp.rollback();
        assertThatThrownBy(
                () -> EmbeddingInErp.bookAndAdd(postgres, crm, erp, Caller.of(ANA), client()))
            .isInstanceOf(AlreadyExists.class);
        assertThat(count(erp, "erp_booking")).isEqualTo(1);
        assertThat(count(erp, "lead")).isEqualTo(1);
      }
    }
  }

  @Test
  void each_company_has_leads_of_its_own() throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      PostgresAdapter postgres = PostgresAdapter.companies(server.getPostgresDatabase());
      Crm crm = crm(postgres);
      postgres.migrate("alfa");
      postgres.inCompany("alfa", () -> crm.leads().add(Caller.of(ANA), client()));
      Map<String, LeadPage> pages =
          EmbeddingInErp.leadsOfEach(postgres, crm, ANA, List.of("alfa", "beta"));
      assertThat(pages.get("alfa").items()).hasSize(1);
      assertThat(pages.get("beta").items()).isEmpty();
    }
  }

  private static Crm crm(PostgresAdapter postgres) {
    return Guice.createInjector(
            new CrmModule(),
            postgres.module(),
            binder -> binder.bind(Users.class).toInstance(USERS))
        .getInstance(Crm.class);
  }

  private static AddLead.Command client() {
    return new AddLead.Command(
        "RO99001137",
        false,
        CompanyData.of(
            "Brutăria Exemplu SRL", new AddressData(County.CJ, "Cluj-Napoca", null, null)),
        NotesData.NONE,
        null);
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(code -> code.group(1)).toList();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
