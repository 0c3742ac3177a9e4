package ro.parcurs.crm.testkit;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import java.util.Optional;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.catalogue.usecase.ItemQueries;
import ro.parcurs.crm.catalogue.usecase.VatRateBook;
import ro.parcurs.crm.contract.usecase.ContractQueries;
import ro.parcurs.crm.contract.usecase.Contracts;
import ro.parcurs.crm.contract.usecase.Files;
import ro.parcurs.crm.evaluation.usecase.EvaluationSheets;
import ro.parcurs.crm.evaluation.usecase.SheetQueries;
import ro.parcurs.crm.lead.usecase.CompanyRegistry;
import ro.parcurs.crm.lead.usecase.ImportRuns;
import ro.parcurs.crm.lead.usecase.LeadQueries;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.lead.usecase.OpenTask;
import ro.parcurs.crm.lead.usecase.RegistryRefreshes;
import ro.parcurs.crm.lead.usecase.RegistrySnapshots;
import ro.parcurs.crm.lead.usecase.SavedFilters;
import ro.parcurs.crm.mail.usecase.InvitationFormat;
import ro.parcurs.crm.mail.usecase.MailTemplates;
import ro.parcurs.crm.mail.usecase.MailTransport;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.offer.usecase.OfferDocuments;
import ro.parcurs.crm.offer.usecase.OfferQueries;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.order.usecase.ClientOrders;
import ro.parcurs.crm.order.usecase.ErpDocuments;
import ro.parcurs.crm.order.usecase.OrderQueries;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.work.CommandResults;
import ro.parcurs.crm.work.EventCursors;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.NumberSeries;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.TimelineChain;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Binds every driven port to its in-memory adapter, all on one {@link InMemoryDatabase}. With the
 * system property {@value #FAULTS} every unit of work first fails at each call of a port, see
 * {@link FaultInjection}: so the tests of the use cases become the proof that they are all or
 * nothing.
 *
 * <p>The ports that need not be there (mail, documents, registry) are not, unless asked for with
 * {@link #connected}; their adapters are then bound under their own names too, to be told what to
 * answer and asked what they got.
 */
public final class InMemoryModule extends AbstractModule {

  /** The system property that makes every port fail first. */
  public static final String FAULTS = "parcurs.test.faults";

  private final boolean connected;
  private final InMemoryDatabase database = new InMemoryDatabase();
  private final Optional<FaultInjection> faults =
      Boolean.getBoolean(FAULTS) ? Optional.of(new FaultInjection(true)) : Optional.empty();

  /** Without the ports that need not be there. */
  public InMemoryModule() {
    this(false);
  }

  private InMemoryModule(boolean connected) {
    this.connected = connected;
  }

  /** With the ports that need not be there. */
  public static InMemoryModule connected() {
    return new InMemoryModule(true);
  }

  /** A rendering of all that is stored; equal only while nothing was written. */
  public String everythingStored() {
    return database.rendering();
  }

  @Override
  protected void configure() {
    bind(UnitOfWork.class)
        .toInstance(
            faults
                .<UnitOfWork>map(injected -> injected.around(database, database::rendering))
                .orElse(database));
    InMemoryTimeline timeline = new InMemoryTimeline(database);
    InMemoryEventLog log = new InMemoryEventLog(database);
    port(Timeline.class, timeline);
    port(EventLog.class, log);
    port(EventCursors.class, new InMemoryEventCursors(database));
    port(TimelineChain.class, new InMemoryTimelineChain(timeline, log));
    port(CommandResults.class, new InMemoryCommandResults(database));
    port(NumberSeries.class, new InMemoryNumberSeries(database));
    contractsAndOrders(leadsAndPursuits());
    OptionalBinder.newOptionalBinder(binder(), Spreadsheets.class)
        .setBinding()
        .toInstance(new InMemorySpreadsheets());
    if (connected) {
      whatNeedNotBeThere();
    }
  }

  private void whatNeedNotBeThere() {
    InMemoryMailTransport mail = new InMemoryMailTransport();
    bind(InMemoryMailTransport.class).toInstance(mail);
    OptionalBinder.newOptionalBinder(binder(), MailTransport.class)
        .setBinding()
        .toInstance(faulty(MailTransport.class, mail));
    OptionalBinder.newOptionalBinder(binder(), InvitationFormat.class)
        .setBinding()
        .toInstance(faulty(InvitationFormat.class, new InMemoryInvitationFormat()));
    InMemoryOfferDocuments documents = new InMemoryOfferDocuments();
    OptionalBinder.newOptionalBinder(binder(), OfferDocuments.class)
        .setBinding()
        .toInstance(faulty(OfferDocuments.class, documents));
    InMemoryCompanyRegistry registry = new InMemoryCompanyRegistry();
    bind(InMemoryCompanyRegistry.class).toInstance(registry);
    OptionalBinder.newOptionalBinder(binder(), CompanyRegistry.class)
        .setBinding()
        .toInstance(faulty(CompanyRegistry.class, registry));
  }

  private InMemoryLeads leadsAndPursuits() {
    InMemoryResponsibilities responsibilities = new InMemoryResponsibilities(database);
    InMemoryLeads leads =
        new InMemoryLeads(database, lead -> responsibilities.findOpen(lead).map(this::task));
    port(Pursuits.class, new InMemoryPursuits(database));
    port(Responsibilities.class, responsibilities);
    port(Leads.class, leads);
    port(LeadQueries.class, new InMemoryLeadQueries(leads));
    port(SavedFilters.class, new InMemorySavedFilters(database));
    port(RegistrySnapshots.class, new InMemoryRegistrySnapshots(database));
    port(RegistryRefreshes.class, new InMemoryRegistryRefreshes(database, leads));
    port(ImportRuns.class, new InMemoryImportRuns(database));
    port(Users.class, new InMemoryUsers());
    catalogueAndSheets(leads);
    InMemoryOffers offers = new InMemoryOffers(database);
    port(Offers.class, offers);
    port(OfferQueries.class, new InMemoryOfferQueries(offers, leads));
    port(Outbox.class, new InMemoryOutbox(database));
    port(MailTemplates.class, new InMemoryMailTemplates(database));
    return leads;
  }

  private void contractsAndOrders(InMemoryLeads leads) {
    InMemoryContracts contracts = new InMemoryContracts(database);
    InMemoryClientOrders orders = new InMemoryClientOrders(database);
    InMemoryErpDocuments documents = new InMemoryErpDocuments(database);
    port(Contracts.class, contracts);
    port(ContractQueries.class, new InMemoryContractQueries(contracts, leads));
    port(Files.class, new InMemoryFiles(database));
    port(ClientOrders.class, orders);
    port(ErpDocuments.class, documents);
    port(OrderQueries.class, new InMemoryOrderQueries(orders, documents, contracts, leads));
  }

  private void catalogueAndSheets(InMemoryLeads leads) {
    InMemoryCatalogueItems items = new InMemoryCatalogueItems(database);
    port(CatalogueItems.class, items);
    port(ItemQueries.class, items);
    port(VatRateBook.class, new InMemoryVatRateBook(database));
    InMemoryEvaluationSheets sheets = new InMemoryEvaluationSheets(database, leads);
    port(EvaluationSheets.class, sheets);
    port(SheetQueries.class, sheets);
  }

  private OpenTask task(Responsibility open) {
    return new OpenTask(open.step(), open.assignee(), open.deadline());
  }

  private <P> void port(Class<P> port, P adapter) {
    bind(port).toInstance(faulty(port, adapter));
  }

  private <P> P faulty(Class<P> port, P adapter) {
    return faults.map(injected -> injected.around(port, adapter)).orElse(adapter);
  }
}
