package ro.parcurs.example;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.lead.usecase.ContinueRefresh;
import ro.parcurs.crm.lead.usecase.LeadSources;
import ro.parcurs.crm.message.Messages;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.example.page.CatalogueFormPages;
import ro.parcurs.example.page.CatalogueImportPages;
import ro.parcurs.example.page.CataloguePages;
import ro.parcurs.example.page.ContractPages;
import ro.parcurs.example.page.HomePages;
import ro.parcurs.example.page.ImportPages;
import ro.parcurs.example.page.InvitationPages;
import ro.parcurs.example.page.LeadFormPages;
import ro.parcurs.example.page.LeadPages;
import ro.parcurs.example.page.LeadPartPages;
import ro.parcurs.example.page.LineImportPages;
import ro.parcurs.example.page.MailTemplatePages;
import ro.parcurs.example.page.MailboxPages;
import ro.parcurs.example.page.OfferFormPages;
import ro.parcurs.example.page.OfferMailPages;
import ro.parcurs.example.page.OfferPages;
import ro.parcurs.example.page.OrderPages;
import ro.parcurs.example.page.PursuitPages;
import ro.parcurs.example.page.RegistryPages;
import ro.parcurs.example.page.ResponsibilityPages;
import ro.parcurs.example.page.SentWorkbooks;
import ro.parcurs.example.page.SheetPages;
import ro.parcurs.example.page.VatRatePages;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Section;
import ro.parcurs.example.web.WebServer;

/** The whole application, running: the storage, the CRM and its pages. */
public final class ExampleApp implements AutoCloseable {

  /** The side navigation. An entry appears as soon as its address is answered. */
  private static final List<Section> SECTIONS =
      List.of(
          new Section("/", "shell.nav.home", "home"),
          new Section("/leads", "shell.nav.leads", "building"),
          new Section("/sheets", "shell.nav.sheets", "clipboard"),
          new Section("/offers", "shell.nav.offers", "file"),
          new Section("/contracts", "shell.nav.contracts", "signature"),
          new Section("/orders", "shell.nav.orders", "truck"),
          new Section("/catalogue", "shell.nav.catalogue", "book"),
          new Section("/mailbox", "shell.nav.mailbox", "mail"));

  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(2);
  private static final Duration BETWEEN_MAILS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);
  private static final Duration MAIL_OUT_OF_ORDER = Duration.ofSeconds(10);

  private final Settings settings;
  private final RunningCrm crm;
  private final SentWorkbooks sent;
  private final List<Repeating> background;
  private final WebServer web;

  private ExampleApp(
      Settings settings,
      RunningCrm crm,
      SentWorkbooks sent,
      List<Repeating> background,
      WebServer web) {
    this.settings = settings;
    this.crm = crm;
    this.sent = sent;
    this.background = background;
    this.web = web;
  }

  /** Starts everything; returns when pages are served. */
  public static ExampleApp start(Settings settings) {
    RunningCrm crm = RunningCrm.open(settings);
    SentWorkbooks sent = SentWorkbooks.inTemporaryDirectory(crm.get(Clock.class));
    try {
      WebServer web = serve(settings, crm, sent);
      return new ExampleApp(settings, crm, sent, background(crm.crm(), sent), web);
    } catch (RuntimeException e) {
      sent.close();
      crm.close();
      throw e;
    }
  }

  /** The CRM starts no threads; what is to be done beside the pages is done in these. */
  private static List<Repeating> background(Crm crm, SentWorkbooks sent) {
    return List.of(
        Repeating.start(
            "company-checks",
            () ->
                crm.leads().registry().continueRefresh() == ContinueRefresh.Result.MORE
                    ? Duration.ZERO
                    : BETWEEN_CHECKS),
        Repeating.start(
            "mail",
            () ->
                switch (crm.mail().deliver()) {
                  case MORE -> Duration.ZERO;
                  case NOTHING -> BETWEEN_MAILS;
                  case LATER -> MAIL_OUT_OF_ORDER;
                }),
        Repeating.start(
            "sent-workbooks",
            () -> {
              sent.forgetOld();
              return BETWEEN_SWEEPS;
            }));
  }

  private static WebServer serve(Settings settings, RunningCrm running, SentWorkbooks sent) {
    return WebServer.start(
        settings.host(),
        settings.port(),
        running.get(Clock.class),
        running.get(Messages.class),
        running.get(CommandValidator.class),
        running.get(AccessPolicy.class),
        SECTIONS,
        pages(running, sent));
  }

  /** All pages; each area adds its line. */
  private static List<Pages> pages(RunningCrm running, SentWorkbooks sent) {
    Crm crm = running.get(Crm.class);
    Clock clock = running.get(Clock.class);
    List<Pages> pages = new ArrayList<>();
    running.mailbox().map(MailboxPages::new).ifPresent(pages::add);
    pages.addAll(
        List.of(
            new HomePages(crm, clock),
            new LeadFormPages(crm.leads(), running.get(LeadSources.class)),
            new ImportPages(crm.leads().imports(), crm.messages(), sent),
            new LeadPages(crm.leads(), clock),
            new LeadPartPages(crm.leads()),
            new PursuitPages(crm, clock),
            new ResponsibilityPages(crm, clock),
            new CatalogueFormPages(crm.catalogue()),
            new VatRatePages(crm.catalogue()),
            new CatalogueImportPages(crm.catalogue(), crm.messages(), sent),
            new CataloguePages(crm.catalogue()),
            new SheetPages(crm),
            new ContractPages(crm),
            new OrderPages(crm, clock),
            new RegistryPages(crm, clock),
            new MailTemplatePages(crm.mail()),
            new OfferPages(crm, clock),
            new LineImportPages(crm.offers(), crm.messages(), sent),
            new OfferMailPages(crm),
            new InvitationPages(crm),
            new OfferFormPages(crm, clock)));
    return pages;
  }

  /** Where the pages are, for example {@code http://localhost:8080/}. */
  public String address() {
    return "http://" + settings.host() + ":" + web.port() + "/";
  }

  /** Stops serving, then the storage. */
  @Override
  public void close() {
    web.close();
    background.forEach(Repeating::close);
    sent.close();
    crm.close();
  }
}
