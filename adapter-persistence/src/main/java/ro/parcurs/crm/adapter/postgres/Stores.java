package ro.parcurs.crm.adapter.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.catalogue.usecase.ItemQueries;
import ro.parcurs.crm.catalogue.usecase.VatRateBook;
import ro.parcurs.crm.contract.usecase.ContractQueries;
import ro.parcurs.crm.contract.usecase.Contracts;
import ro.parcurs.crm.contract.usecase.Files;
import ro.parcurs.crm.evaluation.usecase.EvaluationSheets;
import ro.parcurs.crm.evaluation.usecase.SheetQueries;
import ro.parcurs.crm.lead.usecase.ImportRuns;
import ro.parcurs.crm.lead.usecase.LeadQueries;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.lead.usecase.RegistryRefreshes;
import ro.parcurs.crm.lead.usecase.RegistrySnapshots;
import ro.parcurs.crm.lead.usecase.SavedFilters;
import ro.parcurs.crm.mail.usecase.MailTemplates;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.offer.usecase.OfferQueries;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.order.usecase.ClientOrders;
import ro.parcurs.crm.order.usecase.ErpDocuments;
import ro.parcurs.crm.order.usecase.OrderQueries;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.work.CommandResults;
import ro.parcurs.crm.work.EventCursors;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.NumberSeries;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.TimelineChain;
import ro.parcurs.crm.work.UnitOfWork;

/** The ports and what stands behind each. */
final class Stores {

  private final Map<Class<?>, Object> byPort = new LinkedHashMap<>();

  Stores(PostgresUnitOfWork unit) {
    Documents documents = new Documents();
    Events events = new Events(documents);
    Lists lists = new Lists(unit, unit.mapper(PlanMapper.class));
    BulkInsert bulk = new BulkInsert(unit);

    bind(UnitOfWork.class, unit);
    Records records = new Records(unit, bulk, events);
    bind(Timeline.class, new PostgresTimeline(unit.mapper(TimelineMapper.class), records, events));
    bind(EventLog.class, new PostgresEventLog(unit, records, events));
    bind(EventCursors.class, new PostgresEventCursors(unit.mapper(EventCursorMapper.class)));
    bind(TimelineChain.class, new PostgresTimelineChain(unit, records));
    bind(NumberSeries.class, new PostgresNumberSeries(unit.mapper(NumberSeriesMapper.class)));
    bind(
        CommandResults.class,
        new PostgresCommandResults(unit.mapper(CommandResultMapper.class), documents));

    bind(Leads.class, new PostgresLeads(unit.mapper(LeadMapper.class), bulk, records));
    bind(LeadQueries.class, new PostgresLeadQueries(lists, unit.mapper(LeadListMapper.class)));
    bind(
        SavedFilters.class,
        new PostgresSavedFilters(unit.mapper(SavedFilterMapper.class), documents));
    RegistryMapper registry = unit.mapper(RegistryMapper.class);
    bind(RegistrySnapshots.class, new PostgresRegistrySnapshots(registry, documents));
    bind(RegistryRefreshes.class, new PostgresRegistryRefreshes(registry));
    bind(ImportRuns.class, new PostgresImportRuns(unit.mapper(ImportRunMapper.class), documents));
    bind(Pursuits.class, new PostgresPursuits(unit.mapper(PursuitMapper.class)));
    bind(
        Responsibilities.class,
        new PostgresResponsibilities(unit.mapper(ResponsibilityMapper.class), documents));

    PostgresCatalogueItems items = new PostgresCatalogueItems(unit, documents);
    bind(CatalogueItems.class, items);
    bind(ItemQueries.class, items);
    bind(VatRateBook.class, new PostgresVatRateBook(unit.mapper(VatRateMapper.class), documents));
    PostgresEvaluationSheets sheets =
        new PostgresEvaluationSheets(lists, unit.mapper(SheetMapper.class), documents);
    bind(EvaluationSheets.class, sheets);
    bind(SheetQueries.class, sheets);

    bind(Offers.class, new PostgresOffers(unit.mapper(OfferMapper.class), documents));
    bind(OfferQueries.class, new PostgresOfferQueries(lists, unit.mapper(OfferMapper.class)));
    OutboxMapper outbox = unit.mapper(OutboxMapper.class);
    bind(Outbox.class, new PostgresOutbox(outbox, documents));
    bind(MailTemplates.class, new PostgresMailTemplates(outbox, documents));
    contractsAndOrders(unit, lists, documents);
  }

  private void contractsAndOrders(PostgresUnitOfWork unit, Lists lists, Documents documents) {
    PostgresContracts contracts = new PostgresContracts(unit, lists);
    bind(Contracts.class, contracts);
    bind(ContractQueries.class, contracts);
    bind(Files.class, new PostgresFiles(unit.mapper(FileMapper.class)));
    PostgresClientOrders orders =
        new PostgresClientOrders(lists, unit.mapper(ClientOrderMapper.class), documents);
    bind(ClientOrders.class, orders);
    bind(OrderQueries.class, orders);
    bind(ErpDocuments.class, new PostgresErpDocuments(unit.mapper(ErpDocumentMapper.class)));
  }

  Set<Class<?>> ports() {
    return byPort.keySet();
  }

  <P> P get(Class<P> port) {
    Object store = byPort.get(port);
    if (store == null) {
      throw new IllegalArgumentException("not a port that is kept here: " + port.getName());
    }
    return port.cast(store);
  }

  private <P> void bind(Class<P> port, P store) {
    byPort.put(port, store);
  }
}
