package ro.parcurs.example;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.multibindings.OptionalBinder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.adapter.mail.calendar.ICalendar;
import ro.parcurs.crm.adapter.mail.document.OfferPdf;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter;
import ro.parcurs.crm.adapter.registry.RegistryAdapter;
import ro.parcurs.crm.adapter.xls.XlsModule;
import ro.parcurs.crm.mail.usecase.MailTransport;
import ro.parcurs.example.demo.DemoData;
import ro.parcurs.example.demo.DemoMailbox;
import ro.parcurs.example.demo.DemoSeller;
import ro.parcurs.example.web.People;

/** The CRM on its storage, for the pages and for the command line. */
final class RunningCrm implements AutoCloseable {

  /** What the company that embeds the CRM brings: its people, and a way for its mail. */
  private static final class DemoCompany extends AbstractModule {

    private final MailTransport mail;

    DemoCompany(MailTransport mail) {
      this.mail = mail;
    }

    @Override
    protected void configure() {
      bind(Users.class).toInstance(People.asUsers());
      OptionalBinder.newOptionalBinder(binder(), MailTransport.class).setBinding().toInstance(mail);
      install(ICalendar.open().module());
    }
  }

  private final Optional<EmbeddedDatabase> embedded;
  private final PostgresAdapter postgres;
  private final Optional<RegistryAdapter> registry;
  private final MailTransport mail;
  private final Injector injector;

  private RunningCrm(
      Optional<EmbeddedDatabase> embedded,
      PostgresAdapter postgres,
      Optional<RegistryAdapter> registry,
      MailTransport mail,
      Injector injector) {
    this.embedded = embedded;
    this.postgres = postgres;
    this.registry = registry;
    this.mail = mail;
    this.injector = injector;
  }

  /** Starts the storage where it is ours, connects it, and brings what it holds up to date. */
  static RunningCrm open(Settings settings) {
    Optional<RegistryAdapter> registry = settings.companies().open(Clock.system(CrmModule.ZONE));
    try {
      return open(settings, registry);
    } catch (RuntimeException e) {
      registry.ifPresent(RegistryAdapter::close);
      throw e;
    }
  }

  private static RunningCrm open(Settings settings, Optional<RegistryAdapter> registry) {
    Optional<EmbeddedDatabase> embedded =
        settings.database().isPresent()
            ? Optional.empty()
            : Optional.of(EmbeddedDatabase.start(settings.dataDirectory()));
    try {
      Settings.Database database =
          settings.database().or(() -> embedded.map(EmbeddedDatabase::address)).orElseThrow();
      return open(settings, registry, embedded, database);
    } catch (RuntimeException e) {
      embedded.ifPresent(EmbeddedDatabase::close);
      throw e;
    }
  }

  private static RunningCrm open(
      Settings settings,
      Optional<RegistryAdapter> registry,
      Optional<EmbeddedDatabase> embedded,
      Settings.Database database) {
    PostgresAdapter postgres =
        PostgresAdapter.open(
            PostgresAdapter.Configuration.of(database.url(), database.user(), database.password()));
    try {
      MailTransport mail = settings.mail().open();
      List<Module> modules = new ArrayList<>();
      modules.addAll(
          List.of(
              new CrmModule(),
              postgres.module(),
              new XlsModule(),
              OfferPdf.of(DemoSeller.seller()).module(),
              new DemoCompany(mail)));
      registry.map(RegistryAdapter::module).ifPresent(modules::add);
      Injector injector = Guice.createInjector(Stage.PRODUCTION, modules);
      if (settings.demoData()) {
        DemoData.fillIfEmpty(postgres, People.asUsers(), injector.getInstance(Clock.class));
      }
      return new RunningCrm(embedded, postgres, registry, mail, injector);
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  Crm crm() {
    return get(Crm.class);
  }

  /** Where its mail is kept; empty when it goes out to a mail server. */
  Optional<DemoMailbox> mailbox() {
    return mail instanceof DemoMailbox mailbox ? Optional.of(mailbox) : Optional.empty();
  }

  /** Something that the CRM is made of. */
  <T> T get(Class<T> type) {
    return injector.getInstance(type);
  }

  @Override
  public void close() {
    registry.ifPresent(RegistryAdapter::close);
    postgres.close();
    embedded.ifPresent(EmbeddedDatabase::close);
  }
}
