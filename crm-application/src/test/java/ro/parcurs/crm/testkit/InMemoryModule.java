package ro.parcurs.crm.testkit;

import com.google.inject.AbstractModule;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.catalogue.usecase.ItemQueries;
import ro.parcurs.crm.catalogue.usecase.VatRateBook;
import ro.parcurs.crm.contract.usecase.ContractQueries;
import ro.parcurs.crm.contract.usecase.Contracts;
import ro.parcurs.crm.contract.usecase.Files;
import ro.parcurs.crm.evaluation.usecase.EvaluationSheets;
import ro.parcurs.crm.evaluation.usecase.SheetQueries;
import ro.parcurs.crm.lead.usecase.LeadQueries;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.lead.usecase.OpenTask;
import ro.parcurs.crm.lead.usecase.SavedFilters;
import ro.parcurs.crm.offer.usecase.OfferQueries;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.order.usecase.ClientOrders;
import ro.parcurs.crm.order.usecase.ErpDocuments;
import ro.parcurs.crm.order.usecase.OrderQueries;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.work.CommandResults;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.NumberSeries;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;

/** Binds every driven port to its in-memory adapter, all on one {@link InMemoryDatabase}. */
public final class InMemoryModule extends AbstractModule {

  private final InMemoryDatabase database = new InMemoryDatabase();

  @Override
  protected void configure() {
    bind(UnitOfWork.class).toInstance(database);
    bind(Timeline.class).toInstance(new InMemoryTimeline(database));
    bind(EventLog.class).toInstance(new InMemoryEventLog(database));
    bind(CommandResults.class).toInstance(new InMemoryCommandResults(database));
    bind(NumberSeries.class).toInstance(new InMemoryNumberSeries(database));
    contractsAndOrders(leadsAndPursuits());
  }

  private InMemoryLeads leadsAndPursuits() {
    InMemoryResponsibilities responsibilities = new InMemoryResponsibilities(database);
    InMemoryLeads leads =
        new InMemoryLeads(database, lead -> responsibilities.findOpen(lead).map(this::task));
    bind(Pursuits.class).toInstance(new InMemoryPursuits(database));
    bind(Responsibilities.class).toInstance(responsibilities);
    bind(Leads.class).toInstance(leads);
    bind(LeadQueries.class).toInstance(new InMemoryLeadQueries(leads));
    bind(SavedFilters.class).toInstance(new InMemorySavedFilters(database));
    bind(Users.class).toInstance(new InMemoryUsers());
    catalogueAndSheets(leads);
    InMemoryOffers offers = new InMemoryOffers(database);
    bind(Offers.class).toInstance(offers);
    bind(OfferQueries.class).toInstance(new InMemoryOfferQueries(offers, leads));
    return leads;
  }

  private void contractsAndOrders(InMemoryLeads leads) {
    InMemoryContracts contracts = new InMemoryContracts(database);
    InMemoryClientOrders orders = new InMemoryClientOrders(database);
    InMemoryErpDocuments documents = new InMemoryErpDocuments(database);
    bind(Contracts.class).toInstance(contracts);
    bind(ContractQueries.class).toInstance(new InMemoryContractQueries(contracts, leads));
    bind(Files.class).toInstance(new InMemoryFiles(database));
    bind(ClientOrders.class).toInstance(orders);
    bind(ErpDocuments.class).toInstance(documents);
    bind(OrderQueries.class)
        .toInstance(new InMemoryOrderQueries(orders, documents, contracts, leads));
  }

  private void catalogueAndSheets(InMemoryLeads leads) {
    InMemoryCatalogueItems items = new InMemoryCatalogueItems(database);
    bind(CatalogueItems.class).toInstance(items);
    bind(ItemQueries.class).toInstance(items);
    bind(VatRateBook.class).toInstance(new InMemoryVatRateBook(database));
    InMemoryEvaluationSheets sheets = new InMemoryEvaluationSheets(database, leads);
    bind(EvaluationSheets.class).toInstance(sheets);
    bind(SheetQueries.class).toInstance(sheets);
  }

  private OpenTask task(Responsibility open) {
    return new OpenTask(open.step(), open.assignee(), open.deadline());
  }
}
