package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.util.Modules;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.ArticleJourney;
import ro.parcurs.crm.testkit.FaultInjection;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.Proof;

/**
 * Promise P6 in the host's transaction: the whole article, told in one transaction of the embedding
 * application, while every call of every port fails before each command is carried out. Nothing of
 * a use case that failed may be in the transaction, which goes on; all of it is kept when the host
 * commits, and nothing when it rolls back.
 */
class HostJourneyTest extends ArticleJourney {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final FaultInjection FAULTS = new FaultInjection(Proof.tries(0, 1) == 1);

  private static @Nullable Connection host;

  HostJourneyTest() {
    super(
        Modules.override(new InMemoryModule())
            .with(new FaultyDatabase(DATABASE, FAULTS, HostJourneyTest::query).module()));
  }

  @Test
  @Override
  protected void from_a_fiscal_code_to_a_paid_invoice() {
    Instant start = Instant.now();
    String before = leads();
    tell(false);
    assertThat(leads()).as("rolled back by the host").isEqualTo(before);
    tell(true);
    assertThat(leads()).as("committed by the host").isNotEqualTo(before);
    Proof.report(
        "P6 all or nothing in the host's transaction",
        0,
        Duration.between(start, Instant.now()),
        "the article twice in %d units of work, %d failures, nothing of them kept"
            .formatted(FAULTS.units(), FAULTS.faults()));
    assertThat(FAULTS.units()).isGreaterThan(40);
    assertThat(FAULTS.faults()).isGreaterThan(200);
  }

  private void tell(boolean commit) {
    try (Connection connection = DATABASE.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      host = connection;
      DATABASE
          .adapter()
          .<Boolean>inTransactionOf(
              connection,
              () -> {
                super.from_a_fiscal_code_to_a_paid_invoice();
                return true;
              });
      if (commit) {
        connection.commit();
      } else {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      host = null;
    }
  }

  private static String leads() {
    return DATABASE.query("select count(*) || ' leads' from lead");
  }

  /** What is stored as the host's transaction sees it, so that what it hasn't committed counts. */
  private static String query(String sql) {
    if (host == null) {
      return DATABASE.query(sql);
    }
    try (Statement statement = host.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
