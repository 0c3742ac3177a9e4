package ro.parcurs.example;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter;
import ro.parcurs.crm.adapter.registry.RegistryAdapter;
import ro.parcurs.crm.lead.usecase.LeadSources;
import ro.parcurs.crm.message.Messages;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.example.demo.DemoData;
import ro.parcurs.example.page.CatalogueFormPages;
import ro.parcurs.example.page.CataloguePages;
import ro.parcurs.example.page.ContractPages;
import ro.parcurs.example.page.HomePages;
import ro.parcurs.example.page.LeadFormPages;
import ro.parcurs.example.page.LeadPages;
import ro.parcurs.example.page.LeadPartPages;
import ro.parcurs.example.page.OfferFormPages;
import ro.parcurs.example.page.OfferPages;
import ro.parcurs.example.page.OrderPages;
import ro.parcurs.example.page.PursuitPages;
import ro.parcurs.example.page.RegistryPages;
import ro.parcurs.example.page.ResponsibilityPages;
import ro.parcurs.example.page.SheetPages;
import ro.parcurs.example.page.VatRatePages;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.People;
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
          new Section("/catalogue", "shell.nav.catalogue", "book"));

  /** What the company that embeds the CRM brings: its people. */
  private static final class DemoCompany extends AbstractModule {
    @Override
    protected void configure() {
      bind(Users.class).toInstance(People.asUsers());
    }
  }

  private final Settings settings;
  private final Optional<EmbeddedDatabase> embedded;
  private final PostgresAdapter postgres;
  private final Optional<RegistryAdapter> registry;
  private final CompanyChecks checks;
  private final WebServer web;

  private ExampleApp(
      Settings settings,
      Optional<EmbeddedDatabase> embedded,
      PostgresAdapter postgres,
      Optional<RegistryAdapter> registry,
      CompanyChecks checks,
      WebServer web) {
    this.settings = settings;
    this.embedded = embedded;
    this.postgres = postgres;
    this.registry = registry;
    this.checks = checks;
    this.web = web;
  }

  /** Starts everything; returns when pages are served. */
  public static ExampleApp start(Settings settings) {
    Optional<RegistryAdapter> registry = settings.companies().open(Clock.system(CrmModule.ZONE));
    try {
      return start(settings, registry);
    } catch (RuntimeException e) {
      registry.ifPresent(RegistryAdapter::close);
      throw e;
    }
  }

  private static ExampleApp start(Settings settings, Optional<RegistryAdapter> registry) {
    Optional<EmbeddedDatabase> embedded =
        settings.database().isPresent()
            ? Optional.empty()
            : Optional.of(EmbeddedDatabase.start(settings.dataDirectory()));
    try {
      Settings.Database database =
          settings.database().or(() -> embedded.map(EmbeddedDatabase::address)).orElseThrow();
      return start(settings, registry, embedded, database);
    } catch (RuntimeException e) {
      embedded.ifPresent(EmbeddedDatabase::close);
      throw e;
    }
  }

  private static ExampleApp start(
      Settings settings,
      Optional<RegistryAdapter> registry,
      Optional<EmbeddedDatabase> embedded,
      Settings.Database database) {
    PostgresAdapter postgres =
        PostgresAdapter.open(
            PostgresAdapter.Configuration.of(database.url(), database.user(), database.password()));
    try {
      List<Module> modules = new ArrayList<>();
      modules.addAll(List.of(new CrmModule(), postgres.module(), new DemoCompany()));
      registry.map(RegistryAdapter::module).ifPresent(modules::add);
      Injector injector = Guice.createInjector(Stage.PRODUCTION, modules);
      if (settings.demoData()) {
        DemoData.fillIfEmpty(postgres, People.asUsers(), injector.getInstance(Clock.class));
      }
      WebServer web = serve(settings, injector);
      CompanyChecks checks =
          CompanyChecks.start(injector.getInstance(Crm.class).leads().registry());
      return new ExampleApp(settings, embedded, postgres, registry, checks, web);
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  private static WebServer serve(Settings settings, Injector injector) {
    return WebServer.start(
        settings.host(),
        settings.port(),
        injector.getInstance(Clock.class),
        injector.getInstance(Messages.class),
        injector.getInstance(CommandValidator.class),
        injector.getInstance(AccessPolicy.class),
        SECTIONS,
        pages(injector));
  }

  /** All pages; each area adds its line. */
  private static List<Pages> pages(Injector injector) {
    Crm crm = injector.getInstance(Crm.class);
    Clock clock = injector.getInstance(Clock.class);
    return List.of(
        new HomePages(crm, clock),
        new LeadFormPages(crm.leads(), injector.getInstance(LeadSources.class)),
        new LeadPages(crm.leads(), clock),
        new LeadPartPages(crm.leads()),
        new PursuitPages(crm, clock),
        new ResponsibilityPages(crm, clock),
        new CatalogueFormPages(crm.catalogue()),
        new VatRatePages(crm.catalogue()),
        new CataloguePages(crm.catalogue()),
        new SheetPages(crm),
        new ContractPages(crm),
        new OrderPages(crm, clock),
        new RegistryPages(crm, clock),
        new OfferPages(crm.offers(), crm.leads(), clock),
        new OfferFormPages(crm, clock));
  }

  /** Where the pages are, for example {@code http://localhost:8080/}. */
  public String address() {
    return "http://" + settings.host() + ":" + web.port() + "/";
  }

  /** Stops serving, then the storage. */
  @Override
  public void close() {
    web.close();
    checks.close();
    registry.ifPresent(RegistryAdapter::close);
    postgres.close();
    embedded.ifPresent(EmbeddedDatabase::close);
  }
}
