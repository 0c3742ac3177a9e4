package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.util.Modules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.adapter.postgres.EveryQuestion.Known;
import ro.parcurs.crm.adapter.postgres.EveryQuestion.Question;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.catalogue.usecase.AddItem;
import ro.parcurs.crm.catalogue.usecase.ItemData;
import ro.parcurs.crm.catalogue.usecase.PriceData;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.evaluation.usecase.AddSheet;
import ro.parcurs.crm.journey.usecase.SendInvitation;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.AddContactPerson;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddWorkPoint;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CancelImport;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.CompanyRegistry;
import ro.parcurs.crm.lead.usecase.DuplicateRule;
import ro.parcurs.crm.lead.usecase.ImportLeads;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadImports;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.LeadRef;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.lead.usecase.PersonData;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;
import ro.parcurs.crm.lead.usecase.RegistryEntry;
import ro.parcurs.crm.lead.usecase.RegistrySnapshot;
import ro.parcurs.crm.lead.usecase.RegistrySnapshots;
import ro.parcurs.crm.lead.usecase.SaveFilter;
import ro.parcurs.crm.lead.usecase.SiteData;
import ro.parcurs.crm.lead.usecase.StartRefresh;
import ro.parcurs.crm.mail.Matter;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.usecase.Envelope;
import ro.parcurs.crm.mail.usecase.InvitationFormat;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailTransport;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.usecase.OfferDocuments;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.pursuit.usecase.ParticipantsData;
import ro.parcurs.crm.pursuit.usecase.PlanMeeting;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.testkit.ArticleJourney;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryInvitationFormat;
import ro.parcurs.crm.testkit.InMemoryMailTransport;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.InMemoryOfferDocuments;
import ro.parcurs.crm.testkit.MailFixture;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.TimeOrderedIds;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Two companies in one database, each with the whole article told in it: through no question does
 * one see anything of the other.
 */
class CompanyIsolationTest {

  /** The company that looks. */
  private static final String OURS = "firma_noastra";

  /** The company that is looked for. */
  private static final String THEIRS = "firma_lor";

  @RegisterExtension static final CompanyDatabase DATABASE = new CompanyDatabase(4, OURS, THEIRS);

  private static final Instant START = Instant.now();

  /** The one question that leaves a trace: that the data was exported is an event. */
  private static final String WRITTEN_DOWN = "LeadPeople.export";

  private static final String ONLY_THERE = "Doar la ei";
  private static final Cui SAME_CODE = Cuis.next();
  private static final SettableClock CLOCK = new SettableClock();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static Crm crm;
  private static Set<String> marks;
  private static Map<String, List<String>> oursBefore;
  private static Map<String, List<String>> oursAboutOurs;
  private static Map<String, List<String>> oursAboutTheirs;
  private static Map<String, List<String>> theirsAboutTheirs;

  @BeforeAll
  static void fill() {
    crm =
        Guice.createInjector(
                ports(), new CrmModule(CLOCK, new TimeOrderedIds(), new DefaultAccessPolicy()))
            .getInstance(Crm.class);
    fill(OURS, "Doar la noi");
    List<Question> questions = questions();
    List<Question> silent = questions.stream().filter(q -> !q.name().equals(WRITTEN_DOWN)).toList();
    oursBefore = answers(silent, OURS, OURS);
    fill(THEIRS, ONLY_THERE);
    DATABASE.in(THEIRS, () -> lead(ONLY_THERE, Caller.of(MARIA)));
    marks = DATABASE.rows(THEIRS).identities();
    marks.removeAll(DATABASE.rows(OURS).identities());
    marks.add(ONLY_THERE);
    oursAboutOurs = answers(silent, OURS, OURS);
    oursAboutTheirs = answers(questions, OURS, THEIRS);
    theirsAboutTheirs = answers(questions, THEIRS, THEIRS);
  }

  @Test
  void every_question_is_found_and_has_something_to_tell_its_own_company() {
    assertThat(theirsAboutTheirs).hasSizeGreaterThan(60);
    assertThat(theirsAboutTheirs.entrySet().stream().filter(asked -> asked.getValue().isEmpty()))
        .as("questions that this test doesn't know how to ask")
        .isEmpty();
  }

  @Test
  void nothing_of_one_company_is_seen_through_any_question_of_the_other() {
    Set<String> leaks = leaks(oursAboutTheirs);
    leaks.addAll(leaks(oursAboutOurs));
    Proof.report(
        "companies don't see each other",
        0,
        Duration.between(START, Instant.now()),
        "%d questions, asked about ours and about theirs; %d identities of theirs looked for, seen through %d"
            .formatted(oursAboutTheirs.size(), marks.size(), leaks.size()));
    assertThat(leaks).isEmpty();
  }

  @Test
  void what_one_company_does_changes_no_answer_to_the_other() {
    assertThat(oursAboutOurs.keySet()).isEqualTo(oursBefore.keySet());
    oursBefore.forEach(
        (question, said) -> assertThat(oursAboutOurs.get(question)).as(question).isEqualTo(said));
  }

  @Test
  void control_in_the_wrong_company_the_questions_do_leak() {
    Set<String> leaks = leaks(theirsAboutTheirs);
    System.out.printf("control | asked in the wrong company | %d questions leak%n", leaks.size());
    assertThat(leaks)
        .contains("LeadQueries.list", "LeadUseCases.list", "EventLog.after", "Timeline.of")
        .hasSizeGreaterThan(40);
  }

  @Test
  void the_same_fiscal_code_is_a_lead_of_each() {
    String lead = "select id from lead where cui = '" + SAME_CODE.digits() + "'";
    assertThat(DATABASE.rows(OURS).column(lead)).hasSize(1);
    assertThat(DATABASE.rows(THEIRS).column(lead))
        .hasSize(1)
        .doesNotContainAnyElementsOf(DATABASE.rows(OURS).column(lead));
  }

  @Test
  void each_counts_its_documents_from_one() {
    for (String table : List.of("evaluation_sheet", "contract", "client_order")) {
      String first = "select min(number) from " + table;
      assertThat(DATABASE.rows(OURS).column(first))
          .isEqualTo(DATABASE.rows(THEIRS).column(first))
          .first()
          .asString()
          .endsWith("-00001");
    }
  }

  @Test
  void timelines_and_event_logs_are_their_own() {
    for (String table : List.of("timeline", "event_log")) {
      String ids = "select id from " + table;
      assertThat(DATABASE.rows(OURS).column(ids))
          .isNotEmpty()
          .doesNotContainAnyElementsOf(DATABASE.rows(THEIRS).column(ids));
    }
  }

  @Test
  void a_key_is_used_once_in_each() {
    // In companies of their own, so that what the other tests compare stays as it is.
    DATABASE.adapter().migrate("cheia_1");
    DATABASE.adapter().migrate("cheia_2");
    Caller once = Caller.of(ANA).once("same key");
    AddLead.Command command =
        new AddLead.Command(
            Cuis.next().digits(),
            false,
            CompanyData.of("Exemplu SRL", new AddressData(County.CJ, "Dej", null, null)),
            NotesData.NONE,
            null);
    LeadRef first = DATABASE.in("cheia_1", () -> crm.leads().add(once, command));
    LeadRef second = DATABASE.in("cheia_2", () -> crm.leads().add(once, command));
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(DATABASE.<LeadRef>in("cheia_1", () -> crm.leads().add(once, command)))
        .isEqualTo(first);
    assertThat(DATABASE.<LeadRef>in("cheia_2", () -> crm.leads().add(once, command)))
        .isEqualTo(second);
  }

  // ---- asking ----

  /** What each question says in one company, asked about what is in the tables of another. */
  private static Map<String, List<String>> answers(
      List<Question> questions, String company, String about) {
    Known known = DATABASE.rows(about).known(CLOCK.instant(), TODAY);
    Map<String, List<String>> answers = new TreeMap<>();
    DATABASE.in(
        company,
        () -> {
          waitForEvents(company);
          for (Question question : questions) {
            List<String> said = answers.computeIfAbsent(question.name(), name -> new ArrayList<>());
            for (int turn = 0; turn < known.turns(); turn++) {
              said.addAll(answer(question, known, turn));
            }
          }
          return true;
        });
    return answers;
  }

  /** Events get their places from whoever reads; meanwhile others see those that have theirs. */
  private static void waitForEvents(String company) {
    EventLog log = DATABASE.port(EventLog.class);
    int written = DATABASE.rows(company).column("select id from event_log").size();
    Instant deadline = Instant.now().plusSeconds(30);
    while (log.after(EventLog.Position.BEGINNING, written + 1).size() < written) {
      assertThat(Instant.now()).as("the events of " + company).isBefore(deadline);
      Thread.onSpinWait();
    }
  }

  private static List<String> answer(Question question, Known known, int turn) {
    try {
      return EveryQuestion.said(EveryQuestion.ask(question, known, turn));
    } catch (CrmException refused) {
      // There is no such thing here.
      return List.of();
    }
  }

  /** The questions that say something of what is only in the other company. */
  private static Set<String> leaks(Map<String, List<String>> answers) {
    return answers.entrySet().stream()
        .filter(asked -> asked.getValue().stream().anyMatch(CompanyIsolationTest::isTheirs))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isTheirs(String said) {
    return marks.contains(said) || marks.stream().anyMatch(said::contains);
  }

  private static List<Question> questions() {
    List<Question> questions = new ArrayList<>(EveryQuestion.of(crm));
    questions.addAll(EveryQuestion.of(DATABASE.adapter()));
    return questions;
  }

  // ---- filling ----

  private static Module ports() {
    return Modules.combine(
        Modules.override(new InMemoryModule()).with(DATABASE.adapter().module()),
        binder -> {
          OptionalBinder.newOptionalBinder(binder, CompanyRegistry.class)
              .setBinding()
              .toInstance(cui -> new RegistryAnswer.NotFound());
          OptionalBinder.newOptionalBinder(binder, OfferDocuments.class)
              .setBinding()
              .toInstance(new InMemoryOfferDocuments());
          OptionalBinder.newOptionalBinder(binder, MailTransport.class)
              .setBinding()
              .toInstance(new InMemoryMailTransport());
          OptionalBinder.newOptionalBinder(binder, InvitationFormat.class)
              .setBinding()
              .toInstance(new InMemoryInvitationFormat());
        });
  }

  /** The article, and what it doesn't tell of. */
  private static void fill(String company, String onlyHere) {
    DATABASE.in(
        company,
        () -> {
          new Journey().tell();
          Caller maria = Caller.of(MARIA);
          LeadRef evaluated = activated(lead(onlyHere, maria), Step.MEETING_EVALUATION, maria);
          crm.sheets().add(maria, new AddSheet.Command(evaluated.id()));
          unlogged(activated(lead(onlyHere, maria), Step.CONTRACTING, maria).id());
          askedOfTheRegistry(evaluated.id(), onlyHere);
          crm.leads().registry().startRefresh(maria, new StartRefresh.Command(null));
          imported(maria, onlyHere);
          crm.leads()
              .saveFilter(
                  maria, new SaveFilter.Command(onlyHere, LeadFilter.ALL, LeadOrder.BY_NAME));
          crm.catalogue()
              .add(
                  Caller.of(DAN),
                  AddItem.Command.priced(
                      new ItemData(
                          "X", onlyHere, "buc", ItemKind.PRODUCT, onlyHere, "21", BigDecimal.ONE),
                      new PriceData(BigDecimal.TEN, Currency.RON, null)));
          invited(evaluated, onlyHere, maria);
          mailed(DATABASE.rows(company), onlyHere);
          return true;
        });
  }

  /** An import with a failed row, and one that was cancelled. */
  private static void imported(Caller caller, String fileName) {
    LeadImports imports = crm.leads().imports();
    try {
      imports.run(
          caller,
          new ImportLeads.Command(
              KnownRows.workbook(), fileName, null, null, DuplicateRule.SKIP, Locale.ENGLISH),
          ImportLeads.Listener.NONE);
      imports.run(
          caller,
          new ImportLeads.Command(
              KnownRows.workbook(), fileName, null, null, DuplicateRule.UPDATE, Locale.ENGLISH),
          run -> imports.cancel(caller, new CancelImport.Command(run.id())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A meeting that is to come, and its guest's invitation. */
  private static void invited(LeadRef lead, String onlyHere, Caller caller) {
    AddContactPerson.Result guest =
        crm.leads()
            .people()
            .add(
                caller,
                new AddContactPerson.Command(
                    lead.id(),
                    new PersonData(
                        onlyHere, null, List.of(), List.of("oaspete@exemplu.ro"), false)));
    ResponsibilityId evaluation =
        DATABASE.port(Responsibilities.class).findOpen(lead.id()).orElseThrow().id();
    PlanMeeting.Result planned =
        crm.pursuits()
            .planMeeting(
                caller,
                new PlanMeeting.Command(
                    evaluation,
                    CLOCK.instant().plus(Duration.ofDays(1)),
                    null,
                    onlyHere,
                    new ParticipantsData(List.of(guest.person()), List.of())));
    crm.mail()
        .invite(
            caller,
            new SendInvitation.Command(
                evaluation,
                planned.version(),
                planned.meeting(),
                List.of(guest.person()),
                Locale.ENGLISH,
                onlyHere,
                onlyHere,
                false));
  }

  /** For every lead a mail to every contact person, so that whoever is asked about has one. */
  private static void mailed(KnownRows rows, String text) {
    List<Envelope.Recipient> everybody =
        rows.column("select id from contact_person").stream()
            .map(id -> new ContactPersonId(UUID.fromString(id)))
            .map(id -> new Envelope.Recipient(id, MailFixture.SENDER))
            .toList();
    OfferId offer = new OfferId(UUID.fromString(rows.column("select id from offer").get(0)));
    PursuitId pursuit =
        new PursuitId(UUID.fromString(rows.column("select pursuit from offer").get(0)));
    for (String lead : rows.column("select id from lead")) {
      SendingId id = new SendingId(UUID.randomUUID());
      MailMessage alone = MailFixture.aMessage(id, everybody.get(0).person(), text);
      MailMessage message =
          new MailMessage(
              alone.id(),
              alone.date(),
              new Envelope(
                  MailFixture.SENDER,
                  Optional.empty(),
                  everybody,
                  List.of(),
                  alone.envelope().subject()),
              alone.text(),
              alone.file());
      Sending sending =
          Sending.queue(
              id,
              new LeadId(UUID.fromString(lead)),
              pursuit,
              new Matter.OfOffer(offer),
              id.toString(),
              message.id(),
              message.file().sha256(),
              Stamp.of(MARIA, CLOCK.instant()));
      DATABASE
          .adapter()
          .port(UnitOfWork.class)
          .inTransaction(
              () -> {
                DATABASE.adapter().port(Outbox.class).add(sending, message);
                return true;
              });
    }
  }

  /** Something for the check of the timelines to tell. */
  private static void unlogged(LeadId lead) {
    TimelineEntry entry =
        new TimelineEntry(
            new TimelineEntryId(UUID.randomUUID()),
            lead,
            Optional.empty(),
            Stamp.of(MARIA, CLOCK.instant()),
            new LeadActivated(1));
    DATABASE
        .adapter()
        .port(UnitOfWork.class)
        .<Boolean>inTransaction(
            () -> {
              DATABASE.adapter().port(Timeline.class).append(entry);
              return true;
            });
  }

  private static void askedOfTheRegistry(LeadId lead, String name) {
    RegistryEntry said = RegistryEntry.of(Cuis.next(), name, CLOCK.instant());
    DATABASE
        .adapter()
        .port(UnitOfWork.class)
        .inTransaction(
            () -> {
              DATABASE
                  .adapter()
                  .port(RegistrySnapshots.class)
                  .add(new RegistrySnapshot(lead, said));
              return true;
            });
  }

  private static LeadRef lead(String name, Caller caller) {
    LeadRef added =
        crm.leads()
            .add(
                caller,
                new AddLead.Command(
                    Cuis.next().digits(),
                    false,
                    CompanyData.of(name, new AddressData(County.CJ, "Dej", null, null)),
                    NotesData.NONE,
                    null));
    AddWorkPoint.Result site =
        crm.leads()
            .sites()
            .add(
                caller,
                new AddWorkPoint.Command(
                    added.id(), new SiteData(name, County.CJ, "Dej", "Str. Lungă 1", null)));
    return new LeadRef(added.id(), site.lead());
  }

  private static LeadRef activated(LeadRef lead, Step step, Caller caller) {
    crm.pursuits()
        .activate(
            caller,
            new ActivateLead.Command(
                lead.id(),
                lead.version(),
                MARIA.id(),
                CLOCK.instant().plus(Duration.ofDays(1)),
                step,
                null));
    return lead;
  }

  private static final class Journey extends ArticleJourney {

    Journey() {
      super(ports());
    }

    @Override
    protected Cui fiscalCode() {
      return SAME_CODE;
    }

    void tell() {
      from_a_fiscal_code_to_a_paid_invoice();
    }
  }
}
