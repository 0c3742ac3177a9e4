package ro.parcurs.documents;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.LeadPage;
import ro.parcurs.crm.lead.usecase.LeadRef;
import ro.parcurs.crm.lead.usecase.ListLeads;
import ro.parcurs.crm.work.Caller;

/** The examples of {@code docs/embedding.md}, compiled; {@link EmbeddingTest} compares and runs. */
final class EmbeddingInErp {

  private EmbeddingInErp() {}

  // In the ERP's own transaction:
  static LeadRef bookAndAdd(
      PostgresAdapter postgres, Crm crm, Connection erp, Caller caller, AddLead.Command client)
      throws SQLException {
    erp.setAutoCommit(false);
    try (Statement booking = erp.createStatement()) {
      booking.execute("insert into erp_booking (what) values ('advance')");
      LeadRef lead = postgres.inTransactionOf(erp, () -> crm.leads().add(caller, client));
      erp.commit(); // now both are kept
      return lead;
    } catch (SQLException | RuntimeException e) {
      erp.rollback(); // and now neither
      throw e;
    }
  }

  // So far.

  // Several companies:
  static Map<String, LeadPage> leadsOfEach(
      PostgresAdapter postgres, Crm crm, Actor reader, List<String> companies) {
    ListLeads.Query all = new ListLeads.Query(LeadFilter.ALL, LeadOrder.BY_NAME, null, 50);
    Map<String, LeadPage> pages = new TreeMap<>();
    for (String company : companies) {
      postgres.migrate(company); // when the application starts, or gets a new company
      pages.put(company, postgres.inCompany(company, () -> crm.leads().list(reader, all)));
    }
    return pages;
  }
  // So far.
}
