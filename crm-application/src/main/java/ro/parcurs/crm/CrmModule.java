package ro.parcurs.crm;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.catalogue.usecase.ActivateItem;
import ro.parcurs.crm.catalogue.usecase.AddItem;
import ro.parcurs.crm.catalogue.usecase.CatalogueEditing;
import ro.parcurs.crm.catalogue.usecase.CatalogueMerging;
import ro.parcurs.crm.catalogue.usecase.CatalogueUseCases;
import ro.parcurs.crm.catalogue.usecase.DeactivateItem;
import ro.parcurs.crm.catalogue.usecase.EditItem;
import ro.parcurs.crm.catalogue.usecase.ExportCatalogue;
import ro.parcurs.crm.catalogue.usecase.ImportCatalogue;
import ro.parcurs.crm.catalogue.usecase.ListItems;
import ro.parcurs.crm.catalogue.usecase.ListVatRates;
import ro.parcurs.crm.catalogue.usecase.PreviewCatalogueImport;
import ro.parcurs.crm.catalogue.usecase.RemoveRecipe;
import ro.parcurs.crm.catalogue.usecase.SaveRecipe;
import ro.parcurs.crm.catalogue.usecase.SaveVatRates;
import ro.parcurs.crm.catalogue.usecase.ShowItem;
import ro.parcurs.crm.contract.usecase.AttachSignedFile;
import ro.parcurs.crm.contract.usecase.ContractUseCases;
import ro.parcurs.crm.contract.usecase.ContractViews;
import ro.parcurs.crm.contract.usecase.ListContracts;
import ro.parcurs.crm.contract.usecase.PrepareContract;
import ro.parcurs.crm.contract.usecase.ReadSignedFile;
import ro.parcurs.crm.contract.usecase.SaveContract;
import ro.parcurs.crm.contract.usecase.ShowContract;
import ro.parcurs.crm.evaluation.usecase.AddSheet;
import ro.parcurs.crm.evaluation.usecase.ChangeSheet;
import ro.parcurs.crm.evaluation.usecase.DiscardSheet;
import ro.parcurs.crm.evaluation.usecase.FinaliseSheet;
import ro.parcurs.crm.evaluation.usecase.ListSheets;
import ro.parcurs.crm.evaluation.usecase.PreviewSheet;
import ro.parcurs.crm.evaluation.usecase.SheetEditing;
import ro.parcurs.crm.evaluation.usecase.SheetPricing;
import ro.parcurs.crm.evaluation.usecase.SheetUseCases;
import ro.parcurs.crm.evaluation.usecase.ShowSheet;
import ro.parcurs.crm.journey.usecase.CloseResponsibility;
import ro.parcurs.crm.journey.usecase.DeliverMail;
import ro.parcurs.crm.journey.usecase.DocumentStandings;
import ro.parcurs.crm.journey.usecase.InvitationPost;
import ro.parcurs.crm.journey.usecase.InvitationWords;
import ro.parcurs.crm.journey.usecase.JourneyUseCases;
import ro.parcurs.crm.journey.usecase.ListInvitations;
import ro.parcurs.crm.journey.usecase.ListSendings;
import ro.parcurs.crm.journey.usecase.MailStories;
import ro.parcurs.crm.journey.usecase.MailUseCases;
import ro.parcurs.crm.journey.usecase.PrepareInvitation;
import ro.parcurs.crm.journey.usecase.PursuitEnd;
import ro.parcurs.crm.journey.usecase.ResponsibilityViews;
import ro.parcurs.crm.journey.usecase.SendInvitation;
import ro.parcurs.crm.journey.usecase.SendingEnds;
import ro.parcurs.crm.journey.usecase.SettleSending;
import ro.parcurs.crm.journey.usecase.ShowCommercial;
import ro.parcurs.crm.journey.usecase.ShowResponsibility;
import ro.parcurs.crm.lead.usecase.AddContactPerson;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddLeads;
import ro.parcurs.crm.lead.usecase.AddWorkPoint;
import ro.parcurs.crm.lead.usecase.AssignLeads;
import ro.parcurs.crm.lead.usecase.AssignOwner;
import ro.parcurs.crm.lead.usecase.CancelImport;
import ro.parcurs.crm.lead.usecase.CancelRefresh;
import ro.parcurs.crm.lead.usecase.CheckCompany;
import ro.parcurs.crm.lead.usecase.CompanyRegistry;
import ro.parcurs.crm.lead.usecase.ContinueRefresh;
import ro.parcurs.crm.lead.usecase.DeleteFilter;
import ro.parcurs.crm.lead.usecase.EditContactPerson;
import ro.parcurs.crm.lead.usecase.EditLead;
import ro.parcurs.crm.lead.usecase.EditWorkPoint;
import ro.parcurs.crm.lead.usecase.EraseContactPerson;
import ro.parcurs.crm.lead.usecase.ExportFailedRows;
import ro.parcurs.crm.lead.usecase.ExportLeads;
import ro.parcurs.crm.lead.usecase.ExportPersonalData;
import ro.parcurs.crm.lead.usecase.ImportLeads;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.lead.usecase.LeadImports;
import ro.parcurs.crm.lead.usecase.LeadPeople;
import ro.parcurs.crm.lead.usecase.LeadRegistry;
import ro.parcurs.crm.lead.usecase.LeadSites;
import ro.parcurs.crm.lead.usecase.LeadSources;
import ro.parcurs.crm.lead.usecase.LeadUseCases;
import ro.parcurs.crm.lead.usecase.ListFilters;
import ro.parcurs.crm.lead.usecase.ListImports;
import ro.parcurs.crm.lead.usecase.ListLeads;
import ro.parcurs.crm.lead.usecase.LookUpCompany;
import ro.parcurs.crm.lead.usecase.PersonalDataKeeper;
import ro.parcurs.crm.lead.usecase.PreviewImport;
import ro.parcurs.crm.lead.usecase.RegistryFacts;
import ro.parcurs.crm.lead.usecase.RemoveContactPerson;
import ro.parcurs.crm.lead.usecase.RemoveWorkPoint;
import ro.parcurs.crm.lead.usecase.SaveFilter;
import ro.parcurs.crm.lead.usecase.ShowImport;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.lead.usecase.ShowRefresh;
import ro.parcurs.crm.lead.usecase.StartRefresh;
import ro.parcurs.crm.mail.usecase.Addresses;
import ro.parcurs.crm.mail.usecase.InvitationFormat;
import ro.parcurs.crm.mail.usecase.MailPatience;
import ro.parcurs.crm.mail.usecase.MailTransport;
import ro.parcurs.crm.mail.usecase.OutboxPersonalData;
import ro.parcurs.crm.mail.usecase.SaveMailTemplates;
import ro.parcurs.crm.mail.usecase.ShowMailTemplates;
import ro.parcurs.crm.message.Messages;
import ro.parcurs.crm.offer.usecase.AcceptOffer;
import ro.parcurs.crm.offer.usecase.AcceptedOffers;
import ro.parcurs.crm.offer.usecase.ApproveOffer;
import ro.parcurs.crm.offer.usecase.ChangeOffer;
import ro.parcurs.crm.offer.usecase.CompareRevisions;
import ro.parcurs.crm.offer.usecase.DeclineOffer;
import ro.parcurs.crm.offer.usecase.DraftOffer;
import ro.parcurs.crm.offer.usecase.ExportOffer;
import ro.parcurs.crm.offer.usecase.FinaliseOffer;
import ro.parcurs.crm.offer.usecase.GenerateOffer;
import ro.parcurs.crm.offer.usecase.HandOverOffer;
import ro.parcurs.crm.offer.usecase.ImportOfferLines;
import ro.parcurs.crm.offer.usecase.LinesMerging;
import ro.parcurs.crm.offer.usecase.ListOffers;
import ro.parcurs.crm.offer.usecase.OfferDocuments;
import ro.parcurs.crm.offer.usecase.OfferEdit;
import ro.parcurs.crm.offer.usecase.OfferGate;
import ro.parcurs.crm.offer.usecase.OfferUseCases;
import ro.parcurs.crm.offer.usecase.OfferWriter;
import ro.parcurs.crm.offer.usecase.PrepareOfferMail;
import ro.parcurs.crm.offer.usecase.PreviewLinesImport;
import ro.parcurs.crm.offer.usecase.PreviewOffer;
import ro.parcurs.crm.offer.usecase.PrintOffer;
import ro.parcurs.crm.offer.usecase.RegenerateOffer;
import ro.parcurs.crm.offer.usecase.ReopenSheet;
import ro.parcurs.crm.offer.usecase.ReviseOffer;
import ro.parcurs.crm.offer.usecase.SendOffer;
import ro.parcurs.crm.offer.usecase.ShowOffer;
import ro.parcurs.crm.offer.usecase.SubmitOffer;
import ro.parcurs.crm.order.usecase.ListOrders;
import ro.parcurs.crm.order.usecase.OrderUseCases;
import ro.parcurs.crm.order.usecase.ReportErpDocument;
import ro.parcurs.crm.order.usecase.ShowFinancials;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.pursuit.usecase.CancelMeeting;
import ro.parcurs.crm.pursuit.usecase.CheckTimelines;
import ro.parcurs.crm.pursuit.usecase.DeactivateLead;
import ro.parcurs.crm.pursuit.usecase.HoldMeeting;
import ro.parcurs.crm.pursuit.usecase.MoveDeadline;
import ro.parcurs.crm.pursuit.usecase.MoveMeeting;
import ro.parcurs.crm.pursuit.usecase.PlanMeeting;
import ro.parcurs.crm.pursuit.usecase.PursuitPersonalData;
import ro.parcurs.crm.pursuit.usecase.PursuitUseCases;
import ro.parcurs.crm.pursuit.usecase.ReassignResponsibility;
import ro.parcurs.crm.pursuit.usecase.RecordContactAttempt;
import ro.parcurs.crm.pursuit.usecase.RefusalReasons;
import ro.parcurs.crm.pursuit.usecase.ResponsibilityEdit;
import ro.parcurs.crm.pursuit.usecase.ResponsibilityGate;
import ro.parcurs.crm.pursuit.usecase.ShowTimeline;
import ro.parcurs.crm.pursuit.usecase.WriteSummary;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.crm.work.EventListener;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Retries;
import ro.parcurs.crm.work.TimeOrderedIds;
import ro.parcurs.crm.work.Work;

/**
 * Wires the use cases. The driven ports are bound by the adapters' modules beside it; this one
 * needs all of them and brings only the clock, the ids and the default access policy.
 */
public final class CrmModule extends AbstractModule {

  /** Where the company is; "today" is today there. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

  private static final List<Class<?>> KERNEL =
      List.of(
          CommandValidator.class,
          Work.class,
          Journal.class,
          Housekeeping.class,
          Messages.class,
          Crm.class);

  private static final List<Class<?>> LEADS =
      List.of(
          AddContactPerson.class,
          AddLead.class,
          AddLeads.class,
          AddWorkPoint.class,
          AssignLeads.class,
          AssignOwner.class,
          CancelRefresh.class,
          CheckCompany.class,
          ContinueRefresh.class,
          DeleteFilter.class,
          EditContactPerson.class,
          EditLead.class,
          EditWorkPoint.class,
          EraseContactPerson.class,
          ExportFailedRows.class,
          ExportLeads.class,
          CancelImport.class,
          ImportLeads.class,
          ListImports.class,
          LeadImports.class,
          PreviewImport.class,
          ShowImport.class,
          ExportPersonalData.class,
          LeadGate.class,
          LeadPeople.class,
          LeadRegistry.class,
          LeadSites.class,
          LeadUseCases.class,
          ListFilters.class,
          ListLeads.class,
          LookUpCompany.class,
          RegistryFacts.class,
          RemoveContactPerson.class,
          RemoveWorkPoint.class,
          SaveFilter.class,
          ShowLead.class,
          ShowRefresh.class,
          StartRefresh.class);

  private static final List<Class<?>> PURSUITS =
      List.of(
          ActivateLead.class,
          CancelMeeting.class,
          CheckTimelines.class,
          DeactivateLead.class,
          HoldMeeting.class,
          MoveDeadline.class,
          PlanMeeting.class,
          MoveMeeting.class,
          PursuitPersonalData.class,
          PursuitUseCases.class,
          ReassignResponsibility.class,
          RecordContactAttempt.class,
          ResponsibilityEdit.class,
          ResponsibilityGate.class,
          ShowTimeline.class,
          WriteSummary.class);

  private static final List<Class<?>> CATALOGUE =
      List.of(
          ActivateItem.class,
          AddItem.class,
          CatalogueEditing.class,
          CatalogueMerging.class,
          CatalogueUseCases.class,
          DeactivateItem.class,
          EditItem.class,
          ExportCatalogue.class,
          ImportCatalogue.class,
          ListItems.class,
          ListVatRates.class,
          PreviewCatalogueImport.class,
          RemoveRecipe.class,
          SaveRecipe.class,
          SaveVatRates.class,
          ShowItem.class);

  private static final List<Class<?>> SHEETS =
      List.of(
          AddSheet.class,
          ChangeSheet.class,
          DiscardSheet.class,
          FinaliseSheet.class,
          ListSheets.class,
          PreviewSheet.class,
          SheetEditing.class,
          SheetPricing.class,
          SheetUseCases.class,
          ShowSheet.class);

  private static final List<Class<?>> OFFERS =
      List.of(
          AcceptOffer.class,
          AcceptedOffers.class,
          ApproveOffer.class,
          ChangeOffer.class,
          CompareRevisions.class,
          DeclineOffer.class,
          DraftOffer.class,
          ExportOffer.class,
          FinaliseOffer.class,
          GenerateOffer.class,
          HandOverOffer.class,
          ImportOfferLines.class,
          LinesMerging.class,
          ListOffers.class,
          OfferEdit.class,
          OfferGate.class,
          OfferUseCases.class,
          OfferWriter.class,
          PrepareOfferMail.class,
          PreviewLinesImport.class,
          PreviewOffer.class,
          PrintOffer.class,
          RegenerateOffer.class,
          ReopenSheet.class,
          ReviseOffer.class,
          SendOffer.class,
          ShowOffer.class,
          SubmitOffer.class);

  private static final List<Class<?>> CONTRACTS =
      List.of(
          AttachSignedFile.class,
          ContractUseCases.class,
          ContractViews.class,
          ListContracts.class,
          PrepareContract.class,
          ReadSignedFile.class,
          SaveContract.class,
          ShowContract.class);

  private static final List<Class<?>> ORDERS =
      List.of(ListOrders.class, OrderUseCases.class, ReportErpDocument.class, ShowFinancials.class);

  private static final List<Class<?>> JOURNEY =
      List.of(
          CloseResponsibility.class,
          DeliverMail.class,
          DocumentStandings.class,
          InvitationPost.class,
          InvitationWords.class,
          JourneyUseCases.class,
          ListInvitations.class,
          ListSendings.class,
          MailStories.class,
          MailUseCases.class,
          PrepareInvitation.class,
          PursuitEnd.class,
          ResponsibilityViews.class,
          SendInvitation.class,
          SendingEnds.class,
          SettleSending.class,
          ShowCommercial.class,
          ShowResponsibility.class);

  private static final List<Class<?>> MAIL =
      List.of(
          Addresses.class,
          OutboxPersonalData.class,
          SaveMailTemplates.class,
          ShowMailTemplates.class);

  private final Clock clock;
  private final Ids ids;
  private final AccessPolicy policy;

  /** With the system's clock, time-ordered ids and the default access policy. */
  public CrmModule() {
    this(Clock.system(ZONE), new TimeOrderedIds(), new DefaultAccessPolicy());
  }

  /**
   * @param clock its zone decides what "today" is
   */
  public CrmModule(Clock clock, Ids ids, AccessPolicy policy) {
    this.clock = clock;
    this.ids = ids;
    this.policy = policy;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    binder().requireAtInjectOnConstructors();
    binder().disableCircularProxies();
    bind(Clock.class).toInstance(clock);
    bind(Ids.class).toInstance(ids);
    bind(AccessPolicy.class).toInstance(policy);
    KERNEL.forEach(type -> bind(type).in(Scopes.SINGLETON));
    LEADS.forEach(type -> bind(type).in(Scopes.SINGLETON));
    PURSUITS.forEach(type -> bind(type).in(Scopes.SINGLETON));
    JOURNEY.forEach(type -> bind(type).in(Scopes.SINGLETON));
    MAIL.forEach(type -> bind(type).in(Scopes.SINGLETON));
    CATALOGUE.forEach(type -> bind(type).in(Scopes.SINGLETON));
    SHEETS.forEach(type -> bind(type).in(Scopes.SINGLETON));
    OFFERS.forEach(type -> bind(type).in(Scopes.SINGLETON));
    CONTRACTS.forEach(type -> bind(type).in(Scopes.SINGLETON));
    ORDERS.forEach(type -> bind(type).in(Scopes.SINGLETON));
    OptionalBinder.newOptionalBinder(binder(), Retries.class)
        .setDefault()
        .toInstance(Retries.usual());
    OptionalBinder.newOptionalBinder(binder(), MailTransport.class);
    OptionalBinder.newOptionalBinder(binder(), InvitationFormat.class);
    OptionalBinder.newOptionalBinder(binder(), MailPatience.class)
        .setDefault()
        .toInstance(MailPatience.usual());
    OptionalBinder.newOptionalBinder(binder(), OfferDocuments.class);
    bind(Wording.class).to(Messages.class);
    OptionalBinder.newOptionalBinder(binder(), Spreadsheets.class)
        .setDefault()
        .toInstance(Spreadsheets.NONE);
    Multibinder<PersonalDataKeeper> keepers =
        Multibinder.newSetBinder(binder(), PersonalDataKeeper.class);
    keepers.addBinding().to(PursuitPersonalData.class);
    keepers.addBinding().to(OutboxPersonalData.class);
    Multibinder.newSetBinder(binder(), EventListener.class);
    OptionalBinder.newOptionalBinder(binder(), RefusalReasons.class)
        .setDefault()
        .toInstance(RefusalReasons.USUAL);
    OptionalBinder.newOptionalBinder(binder(), CompanyRegistry.class)
        .setDefault()
        .toInstance(CompanyRegistry.NONE);
    OptionalBinder.newOptionalBinder(binder(), LeadSources.class)
        .setDefault()
        .toInstance(LeadSources.USUAL);
  }
}
