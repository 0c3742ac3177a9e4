package ro.parcurs.crm.offer.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static ro.parcurs.crm.testkit.CatalogueFixture.REDUCED;
import static ro.parcurs.crm.testkit.CatalogueFixture.anItem;
import static ro.parcurs.crm.testkit.CatalogueFixture.some;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ExchangeRateMissing;
import ro.parcurs.crm.catalogue.InactiveItems;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.OwnPrice;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.SheetLine;
import ro.parcurs.crm.evaluation.SheetTerms;
import ro.parcurs.crm.evaluation.usecase.EvaluationSheets;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.offer.DocumentsNotConnected;
import ro.parcurs.crm.offer.EmptyOffer;
import ro.parcurs.crm.offer.MailNotConnected;
import ro.parcurs.crm.offer.NotInNegotiation;
import ro.parcurs.crm.offer.OfferComparison.Aspect;
import ro.parcurs.crm.offer.OfferExpired;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferMove;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.offer.OwnOffer;
import ro.parcurs.crm.offer.SheetNotFinalised;
import ro.parcurs.crm.offer.SheetWithClient;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.InMemoryUsers;
import ro.parcurs.crm.testkit.LeadFixture;
import ro.parcurs.crm.testkit.PursuitFixture;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.testkit.WrittenWorkbook;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;

class OfferUseCasesTest {

  private static final LocalDate VALID_UNTIL = LocalDate.of(2026, 12, 24);
  private static final Locale RO = Locale.forLanguageTag("ro");

  /** Approves what others wrote, and writes. */
  private static final Actor RADU =
      new Actor(new UserId("radu"), "Radu Neagu", Set.of(Role.MANAGER));

  private final SettableClock clock = new SettableClock();

  private Injector injector = injector(new InMemoryModule());
  private Crm crm = injector.getInstance(Crm.class);
  private final LeadId lead = negotiating(ANA);

  // ---- writing ----

  @Test
  void an_offer_is_written_by_hand_from_the_catalogue_and_in_free_text() {
    CatalogueItem door = kept(anItem().named("Ușă").at("120.5", "80", Currency.RON).build());
    OfferRef ref =
        draft(
            content(
                LineData.of(door.id(), new BigDecimal("2")),
                text("Transport", "1", "50"),
                new LineData(
                    door.id(),
                    "Ușă, preț negociat",
                    null,
                    BigDecimal.ONE,
                    new BigDecimal("100"),
                    new BigDecimal("10"),
                    "11",
                    true)));

    OfferView offer = show(ref.id());
    assertThat(offer.number()).hasToString("OF-2026-00001");
    assertThat(offer.state()).isEqualTo(OfferState.DRAFT);
    List<OfferLineView> lines = offer.content().chapters().get(0).lines();
    assertThat(lines)
        .extracting(line -> line.name() + " " + line.price() + " " + line.vat().code())
        .containsExactly(
            "Ușă 120.5000 RON 21",
            "Transport 50.0000 RON 21",
            "Ușă, preț negociat 100.0000 RON 11");
    assertThat(lines.get(0).code()).contains(door.code());
    assertThat(offer.content().totals().net()).isEqualTo(ron("291.00"));
    assertThat(offer.content().optional()).isEqualTo(ron("90.00"));
    assertThat(timeline()).first().isEqualTo("A fost scrisă oferta OF-2026-00001.");
  }

  @Test
  void items_in_the_other_currency_convert_at_the_rate_that_is_entered_and_kept() {
    CatalogueItem euro = kept(anItem().at("10", "4", Currency.EUR).build());
    OfferData without = content(LineData.of(euro.id(), BigDecimal.ONE));
    assertThatThrownBy(() -> draft(without)).isInstanceOf(ExchangeRateMissing.class);

    OfferData with =
        new OfferData(
            Currency.RON,
            new BigDecimal("4.9755"),
            null,
            without.chapters(),
            null,
            null,
            null,
            VALID_UNTIL);
    OfferView offer = show(draft(with).id());
    assertThat(offer.content().totals().net()).isEqualTo(ron("49.76"));
    assertThat(offer.content().exchangeRate().orElseThrow().value()).isEqualByComparingTo("4.9755");
  }

  @Test
  void what_an_offer_knows_of_an_item_stays_when_the_catalogue_changes() {
    CatalogueItem door = kept(anItem().at("100").build());
    OfferRef ref = draft(content(LineData.of(door.id(), BigDecimal.ONE)));
    CatalogueItem dearer = repriced(door.id(), "150");
    inTransaction(() -> items().save(dearer.deactivate(PursuitFixture.BY_ANA)));

    OfferRef changed = change(ref, content(asShown(ref)));
    assertThat(show(changed.id()).content().totals().net()).isEqualTo(ron("100.00"));
  }

  @Test
  void an_item_that_is_no_longer_sold_is_put_on_nothing_new() {
    CatalogueItem gone = kept(anItem().inactive().build());
    OfferData content = content(LineData.of(gone.id(), BigDecimal.ONE));
    assertThatThrownBy(() -> draft(content)).isInstanceOf(InactiveItems.class);
  }

  @Test
  void a_preview_shows_what_it_would_come_to_and_keeps_nothing() {
    OfferContentView preview =
        crm.offers().preview(ANA, new PreviewOffer.Query(null, content(text("a", "3", "0.333"))));
    assertThat(preview.totals().net()).isEqualTo(ron("1.00"));
    assertThat(list(OfferFilter.NONE)).isEmpty();
  }

  @Test
  void a_pursuit_has_one_live_offer() {
    OfferRef first = draft(content(text("a", "1", "1")));
    assertThatThrownBy(() -> draft(content(text("b", "1", "1"))))
        .isInstanceOfSatisfying(
            AlreadyExists.class,
            refusal -> assertThat(refusal.existing()).isEqualTo(first.id().toString()));
    LeadId other = negotiating(ANA);
    OfferRef second =
        crm.offers().draft(by(ANA), new DraftOffer.Command(other, content(text("c", "1", "1"))));
    assertThat(second.number()).hasToString("OF-2026-00002");
  }

  @TestFactory
  Stream<DynamicTest> what_is_wrong_with_a_content_is_told_all_at_once_each_with_its_field() {
    LineData line = text("a", "1", "1");
    ItemId unknown = new ItemId(UUID.randomUUID());
    return Map.<String, OfferData>ofEntries(
            Map.entry("validUntil required", content(null, VALID_UNTIL.minusYears(9), line)),
            Map.entry(
                "discount out-of-range", content(new BigDecimal("100.01"), VALID_UNTIL, line)),
            Map.entry("discount out-of-range ", content(new BigDecimal("-1"), VALID_UNTIL, line)),
            Map.entry(
                "discount too-many-decimals", content(new BigDecimal("1.001"), VALID_UNTIL, line)),
            Map.entry("chapters[0].lines[0].quantity not-positive", content(text("a", "0", "1"))),
            Map.entry(
                "chapters[0].lines[0].quantity too-many-decimals",
                content(text("a", "0.0001", "1"))),
            Map.entry("chapters[0].lines[0].price out-of-range", content(text("a", "1", "-0.01"))),
            Map.entry(
                "chapters[0].lines[0].price too-many-decimals", content(text("a", "1", "0.00001"))),
            Map.entry("chapters[0].lines[0].name required", content(text(" ", "1", "1"))),
            Map.entry(
                "chapters[0].lines[0].name too-long", content(text("x".repeat(301), "1", "1"))),
            Map.entry(
                "chapters[0].lines[1].vat unknown-vat-rate",
                content(
                    line,
                    new LineData(
                        null, "b", "buc", BigDecimal.ONE, BigDecimal.ONE, null, "19", false))),
            Map.entry(
                "chapters[0].lines[0].item unknown-item",
                content(LineData.of(unknown, BigDecimal.ONE))),
            Map.entry(
                "exchangeRate not-positive",
                new OfferData(
                    Currency.RON, BigDecimal.ZERO, null, List.of(), null, null, null, VALID_UNTIL)),
            Map.entry(
                "chapters[0].title required",
                new OfferData(
                    Currency.RON,
                    null,
                    null,
                    List.of(new ChapterData(" ", List.of())),
                    null,
                    null,
                    null,
                    VALID_UNTIL)))
        .entrySet()
        .stream()
        .map(
            wrong ->
                DynamicTest.dynamicTest(
                    wrong.getKey(),
                    () -> {
                      List<String> faults = faults(wrong.getValue());
                      String expected = wrong.getKey().strip();
                      assertThat(faults)
                          .contains(
                              expected.equals("validUntil required")
                                  ? "validUntil in-past"
                                  : expected);
                      assertThat(list(OfferFilter.NONE)).isEmpty();
                    }));
  }

  @Test
  void all_faults_of_a_content_are_told_together() {
    assertThat(
            faults(
                content(
                    new BigDecimal("101"),
                    VALID_UNTIL.minusYears(1),
                    new LineData(null, null, null, BigDecimal.ZERO, null, null, null, false))))
        .containsExactlyInAnyOrder(
            "discount out-of-range",
            "validUntil in-past",
            "chapters[0].lines[0].quantity not-positive",
            "chapters[0].lines[0].name required",
            "chapters[0].lines[0].unit required",
            "chapters[0].lines[0].price required",
            "chapters[0].lines[0].vat required");
  }

  // ---- from a sheet ----

  @Test
  void an_offer_made_from_a_sheet_comes_to_what_the_sheet_does() {
    EvaluationSheet sheet = aSheet();
    OfferRef ref = generate(sheet.id());
    OfferView offer = show(ref.id());
    assertThat(offer.content().totals()).isEqualTo(sheet.frozen().totals());
    assertThat(offer.content().chapters())
        .extracting(ChapterView::title)
        .containsExactly("Punct electric", "Priză");
    assertThat(offer.source().orElseThrow())
        .isEqualTo(new SourceView(sheet.id(), sheet.number(), true, List.of(), List.of()));
    assertThat(timeline())
        .first()
        .isEqualTo("A fost generată oferta OF-2026-00001 din fișa FE-2026-00001.");
  }

  @Test
  void when_the_catalogue_changed_the_author_is_told_and_may_regenerate_at_the_prices_of_the_day() {
    EvaluationSheet sheet = aSheet();
    OfferRef ref = generate(sheet.id());
    List<LineData> lines = new ArrayList<>(List.of(asShown(ref)));
    Money before = show(ref.id()).content().totals().net();
    OfferRef discounted =
        change(
            ref,
            new OfferData(
                Currency.RON,
                null,
                new BigDecimal("5"),
                List.of(
                    new ChapterData(
                        "Punct electric", List.of(withDiscount(lines.get(0), "10"), lines.get(1))),
                    new ChapterData("Priză", List.of(lines.get(2)))),
                "Note",
                null,
                null,
                VALID_UNTIL));
    repriced(lines.get(1).item(), "20");

    OfferView told = show(ref.id());
    assertThat(told.source().orElseThrow().changes())
        .extracting(change -> change.title() + " " + change.today().orElseThrow())
        .containsExactly("Punct electric 699.94 RON", "Priză 60.00 RON");

    OfferRef again =
        crm.offers()
            .regenerate(by(ANA), new RegenerateOffer.Command(ref.id(), discounted.version()));
    OfferView offer = show(again.id());
    assertThat(offer.content().beforeDiscount()).isEqualTo(ron("756.61"));
    assertThat(offer.content().discount().value()).isEqualByComparingTo("5");
    assertThat(offer.content().notes()).contains("Note");
    assertThat(offer.content().totals().net()).isNotEqualTo(before);
    assertThat(offer.content().chapters().get(0).lines().get(0).discount().value())
        .isEqualByComparingTo("10");
  }

  @Test
  void the_author_is_told_which_lines_are_not_from_the_sheet_before_they_are_lost() {
    OfferRef ref = generate(aSheet().id());
    LineData[] fromSheet = asShown(ref);
    assertThat(byHand(ref)).isEmpty();
    OfferRef changed =
        change(
            ref,
            new OfferData(
                Currency.RON,
                null,
                null,
                List.of(
                    new ChapterData(
                        "Mutat",
                        List.of(withDiscount(fromSheet[0], "10"), text("Transport", "1", "50"))),
                    new ChapterData("Priză", List.of(fromSheet[2], fromSheet[1], fromSheet[1]))),
                null,
                null,
                null,
                VALID_UNTIL));
    assertThat(byHand(ref)).containsExactly("Transport 1", "Priză 33.33");

    OfferRef again =
        crm.offers().regenerate(by(ANA), new RegenerateOffer.Command(ref.id(), changed.version()));
    assertThat(asShown(again)).extracting(LineData::name).doesNotContain("Transport").hasSize(3);
    assertThat(byHand(again)).isEmpty();

    OfferRef second = change(again, content(text("Transport", "1", "50")));
    assertThat(byHand(second)).containsExactly("Transport 1");
    submit(second);
    assertThat(byHand(second)).as("what nobody can make anew").isEmpty();
  }

  private List<String> byHand(OfferRef ref) {
    return show(ref.id()).source().orElseThrow().byHand().stream()
        .map(line -> line.name() + " " + line.quantity())
        .toList();
  }

  @Test
  void an_offer_is_made_of_a_finalised_sheet_of_the_pursuit_that_negotiates() {
    EvaluationSheet sheet = aSheet();
    reopen(sheet);
    assertThatThrownBy(() -> generate(sheet.id())).isInstanceOf(SheetNotFinalised.class);
    assertThatThrownBy(() -> generate(new SheetId(UUID.randomUUID()))).isInstanceOf(NotFound.class);
  }

  @Test
  void a_sheet_can_be_reopened_until_an_offer_made_from_it_is_with_the_client() {
    EvaluationSheet sheet = aSheet();
    OfferRef ref = generate(sheet.id());
    OfferRef finalised = finalise(approve(submit(ref)));
    crm.offers().handOver(by(ANA), new HandOverOffer.Command(finalised.id(), finalised.version()));
    assertThatThrownBy(() -> reopen(sheet)).isInstanceOf(SheetWithClient.class);
    assertThat(sheets().get(sheet.id()).isFinalised()).isTrue();
  }

  @Test
  void an_offer_whose_sheet_was_reopened_is_not_regenerated() {
    EvaluationSheet sheet = aSheet();
    OfferRef ref = generate(sheet.id());
    reopen(sheet);
    assertThat(show(ref.id()).source().orElseThrow().finalised()).isFalse();
    assertThatThrownBy(
            () ->
                crm.offers()
                    .regenerate(by(ANA), new RegenerateOffer.Command(ref.id(), ref.version())))
        .isInstanceOf(SheetNotFinalised.class);
  }

  // ---- its life ----

  @Test
  void an_offer_goes_from_draft_to_the_client_and_each_station_is_told() {
    OfferRef draft = draft(content(text("a", "1", "100")));
    OfferRef submitted = submit(draft);
    OfferRef declined =
        crm.offers()
            .decline(
                by(MARIA),
                new DeclineOffer.Command(draft.id(), submitted.version(), " Prea ieftin "));
    assertThat(show(draft.id()).milestones().declined().orElseThrow().reason())
        .isEqualTo("Prea ieftin");
    OfferRef changed = change(declined, content(text("a", "1", "200")));
    OfferRef finalised = finalise(approve(submit(changed)));
    OfferRef sent =
        crm.offers()
            .handOver(by(ANA), new HandOverOffer.Command(finalised.id(), finalised.version()));
    assertThat(sent.state()).isEqualTo(OfferState.SENT);
    assertThat(timeline().subList(0, 8))
        .containsExactly(
            "Oferta OF-2026-00001 a fost predată clientului.",
            "Oferta OF-2026-00001 a fost finalizată; este valabilă până la 24.12.2026.",
            "Oferta OF-2026-00001 a fost aprobată.",
            "Oferta OF-2026-00001 a fost trimisă la aprobare: 200,00 RON fără TVA.",
            "Oferta OF-2026-00001 a fost modificată: de la 100,00 RON la 200,00 RON, fără TVA.",
            "Oferta OF-2026-00001 nu a fost aprobată: Prea ieftin",
            "Oferta OF-2026-00001 a fost trimisă la aprobare: 100,00 RON fără TVA.",
            "A fost scrisă oferta OF-2026-00001.");
  }

  @Test
  void only_managers_approve_and_decline_and_nobody_their_own() {
    OfferRef submitted = submit(draft(content(text("a", "1", "1"))));
    ApproveOffer.Command approve = new ApproveOffer.Command(submitted.id(), submitted.version());
    assertThatThrownBy(() -> crm.offers().approve(by(ANA), approve))
        .isInstanceOf(NotPermitted.class);
    assertThatThrownBy(
            () ->
                crm.offers()
                    .decline(
                        by(ANA),
                        new DeclineOffer.Command(submitted.id(), submitted.version(), "Nu")))
        .isInstanceOf(NotPermitted.class);

    LeadId other = negotiating(RADU);
    OfferRef own =
        crm.offers().draft(by(RADU), new DraftOffer.Command(other, content(text("a", "1", "1"))));
    OfferRef ownSubmitted =
        crm.offers().submit(by(RADU), new SubmitOffer.Command(own.id(), own.version()));
    assertThat(crm.offers().show(RADU, new ShowOffer.Query(own.id())).ownOffer()).isTrue();
    assertThatThrownBy(
            () ->
                crm.offers()
                    .approve(by(RADU), new ApproveOffer.Command(own.id(), ownSubmitted.version())))
        .isInstanceOf(OwnOffer.class);
  }

  @Test
  void agents_see_nothing_of_offers_to_leads_of_others_and_admins_change_none() {
    OfferRef ref = draft(content(text("a", "1", "1")));
    assertThatThrownBy(() -> crm.offers().show(ION, new ShowOffer.Query(ref.id())))
        .isInstanceOf(NotPermitted.class);
    assertThat(crm.offers().list(ION, new ListOffers.Query(OfferFilter.NONE, null, 10)).items())
        .isEmpty();
    assertThatThrownBy(
            () ->
                crm.offers()
                    .draft(by(ION), new DraftOffer.Command(lead, content(text("b", "1", "1")))))
        .isInstanceOf(NotPermitted.class);
    assertThatThrownBy(
            () -> crm.offers().submit(by(DAN), new SubmitOffer.Command(ref.id(), ref.version())))
        .isInstanceOf(NotPermitted.class);
    assertThat(crm.offers().show(DAN, new ShowOffer.Query(ref.id())).moves()).isEmpty();
  }

  @Test
  void the_margin_is_seen_by_managers_only() {
    CatalogueItem door = kept(anItem().at("120", "80", Currency.RON).build());
    OfferRef ref = draft(content(LineData.of(door.id(), BigDecimal.TEN)));
    assertThat(show(ref.id()).margin()).isEmpty();
    assertThat(
            crm.offers().show(MARIA, new ShowOffer.Query(ref.id())).margin().orElseThrow().amount())
        .isEqualTo(ron("400.00"));
  }

  @Test
  void what_can_be_done_is_shown_to_each_as_they_may() {
    OfferRef draft = draft(content(text("a", "1", "1")));
    assertThat(show(draft.id()).moves())
        .containsExactlyInAnyOrder(OfferMove.CHANGE, OfferMove.SUBMIT);
    OfferRef submitted = submit(draft);
    assertThat(show(draft.id()).moves()).isEmpty();
    assertThat(crm.offers().show(MARIA, new ShowOffer.Query(draft.id())).moves())
        .containsExactlyInAnyOrder(OfferMove.APPROVE, OfferMove.DECLINE);
    finalise(approve(submitted));
    assertThat(show(draft.id()).moves())
        .containsExactlyInAnyOrder(OfferMove.HAND_OVER, OfferMove.REVISE);
    clock.advance(Duration.ofDays(60));
    assertThat(show(draft.id()).moves()).containsExactlyInAnyOrder(OfferMove.REVISE);
    assertThat(show(draft.id()).expired()).isTrue();
  }

  @Test
  void an_expired_offer_is_not_handed_over_but_revised() {
    OfferRef finalised = finalise(approve(submit(draft(content(text("a", "1", "1"))))));
    clock.advance(Duration.ofDays(31));
    assertThatThrownBy(
            () ->
                crm.offers()
                    .handOver(
                        by(ANA), new HandOverOffer.Command(finalised.id(), finalised.version())))
        .isInstanceOf(OfferExpired.class);
    OfferRef second = revise(finalised, VALID_UNTIL.plusDays(60));
    assertThat(second.number()).hasToString("OF-2026-00001/2");
    assertThat(show(finalised.id()).state()).isEqualTo(OfferState.SUPERSEDED);
    assertThat(show(second.id()).revisions())
        .extracting(revision -> revision.number() + " " + revision.state())
        .containsExactly("OF-2026-00001/2 DRAFT", "OF-2026-00001 SUPERSEDED");
    assertThat(show(second.id()).previous().orElseThrow().id()).isEqualTo(finalised.id());
  }

  @Test
  void an_offer_of_nothing_is_not_submitted() {
    OfferRef empty = draft(content());
    assertThatThrownBy(() -> submit(empty)).isInstanceOf(EmptyOffer.class);
  }

  @Test
  void an_offer_that_was_changed_since_it_was_seen_is_left_alone() {
    OfferRef draft = draft(content(text("a", "1", "1")));
    change(draft, content(text("b", "1", "1")));
    assertThatThrownBy(() -> change(draft, content(text("c", "1", "1"))))
        .isInstanceOfSatisfying(
            ConcurrentChange.class,
            refusal -> assertThat(refusal.winner().by()).isEqualTo(ANA.id()));
    assertThatThrownBy(() -> submit(draft)).isInstanceOf(ConcurrentChange.class);
    assertThat(show(draft.id()).content().chapters().get(0).lines().get(0).name()).isEqualTo("b");
  }

  @Test
  void a_move_out_of_its_place_is_refused() {
    OfferRef draft = draft(content(text("a", "1", "1")));
    assertThatThrownBy(() -> finalise(draft)).isInstanceOf(NoSuchTransition.class);
    assertThatThrownBy(() -> revise(draft, VALID_UNTIL)).isInstanceOf(NoSuchTransition.class);
    OfferRef submitted = submit(draft);
    assertThatThrownBy(() -> change(submitted, content(text("b", "1", "1"))))
        .isInstanceOf(NoSuchTransition.class);
  }

  @Test
  void offers_are_changed_only_while_the_pursuit_negotiates() {
    OfferRef draft = draft(content(text("a", "1", "1")));
    Responsibility open = port(Responsibilities.class).findOpen(lead).orElseThrow();
    inTransaction(() -> port(Responsibilities.class).save(open.cancel(PursuitFixture.BY_ANA)));
    assertThatThrownBy(() -> submit(draft)).isInstanceOf(NotInNegotiation.class);
    assertThatThrownBy(() -> draft(content(text("b", "1", "1"))))
        .isInstanceOf(NotInNegotiation.class);
    assertThat(show(draft.id()).moves()).isEmpty();
  }

  @Test
  void the_same_command_under_the_same_key_is_done_once() {
    DraftOffer.Command command = new DraftOffer.Command(lead, content(text("a", "1", "1")));
    OfferRef first = crm.offers().draft(by(ANA).once("k"), command);
    assertThat(crm.offers().draft(by(ANA).once("k"), command)).isEqualTo(first);
    assertThat(list(OfferFilter.NONE)).hasSize(1);
  }

  // ---- around it ----

  @Test
  void crossing_a_change_of_a_vat_rate_is_told() {
    OfferRef draft = draft(content(text("a", "1", "1")));
    assertThat(show(draft.id()).vatChange()).isEmpty();
    clock.set(java.time.Instant.parse("2026-07-20T09:00:00Z"));
    OfferRef reduced =
        change(
            draft,
            content(
                null,
                LocalDate.of(2026, 8, 15),
                new LineData(
                    null, "Locuință", "buc", BigDecimal.ONE, BigDecimal.TEN, null, "9", false)));
    assertThat(show(reduced.id()).vatChange()).contains(LocalDate.of(2026, 8, 1));
  }

  @Test
  void revisions_are_compared_line_by_line() {
    OfferRef first =
        finalise(approve(submit(draft(content(text("a", "1", "10"), text("b", "2", "20"))))));
    OfferRef second = revise(first, VALID_UNTIL);
    change(second, content(text("a", "3", "10"), text("c", "1", "5")));
    ComparisonView comparison =
        crm.offers().compare(ANA, new CompareRevisions.Query(first.id(), second.id()));
    assertThat(comparison.differences())
        .extracting(
            difference ->
                (difference.isAdded() ? "+" : difference.isRemoved() ? "-" : "~")
                    + difference.after().or(difference::before).orElseThrow().name()
                    + difference.aspects())
        .containsExactly("~a[" + Aspect.QUANTITY + "]", "+c[]", "-b[]");
    assertThat(comparison.older().totals().net()).isEqualTo(ron("50.00"));
    assertThat(comparison.newer().totals().net()).isEqualTo(ron("35.00"));
  }

  @Test
  void without_a_mailbox_sending_is_refused_and_not_shown() {
    OfferRef finalised = finalise(approve(submit(draft(content(text("a", "1", "1"))))));
    assertThatThrownBy(() -> send(finalised)).isInstanceOf(MailNotConnected.class);
    assertThat(show(finalised.id()).allows(OfferMove.SEND)).isFalse();
  }

  @Test
  void with_a_mailbox_sending_is_shown_where_it_may_be() {
    injector = injector(InMemoryModule.connected());
    crm = injector.getInstance(Crm.class);
    LeadId other = negotiating(ANA);
    OfferRef draft =
        crm.offers().draft(by(ANA), new DraftOffer.Command(other, content(text("a", "1", "1"))));
    assertThat(show(draft.id()).allows(OfferMove.SEND)).isFalse();
    OfferRef finalised = finalise(approve(submit(draft)));
    assertThat(show(finalised.id()).allows(OfferMove.SEND)).isTrue();
    assertThat(send(finalised).offer()).isEqualTo(finalised);
    clock.advance(Duration.ofDays(60));
    assertThat(show(finalised.id()).allows(OfferMove.SEND)).isFalse();
  }

  @Test
  void an_offer_is_exported_with_its_own_figures_and_without_what_it_costs() {
    LineData reduced = withDiscount(text("=Ușă & toc", "2.125", "617.2525"), "12.5");
    LineData optional =
        new LineData(null, "Transport", "oră", BigDecimal.ONE, BigDecimal.TEN, null, "11", true);
    OfferRef ref = draft(content(new BigDecimal("10"), VALID_UNTIL, reduced, optional));
    OfferView offer = show(ref.id());
    byte[] file =
        WrittenWorkbook.bytes(
            to -> crm.offers().export(ANA, new ExportOffer.Query(ref.id(), RO), to));
    Spreadsheets spreadsheets = port(Spreadsheets.class);
    List<SheetRow> lines = WrittenWorkbook.rows(spreadsheets, file, "Linii");
    OfferLineView line = offer.content().chapters().get(0).lines().get(0);
    assertThat(lines.get(1).cells())
        .containsExactly(
            Cell.of("Lucrări"),
            Cell.blank(),
            Cell.of("=Ușă & toc"),
            Cell.of("buc"),
            Cell.of(new BigDecimal("2.125")),
            Cell.of(new BigDecimal("617.2525")),
            new Cell.Figure(new BigDecimal("0.125"), true),
            Cell.of("21"),
            Cell.of(line.net().amount()),
            new Cell.Truth(false));
    assertThat(lines.get(2).cell(9)).isEqualTo(new Cell.Truth(true));
    assertThat(lines).hasSize(3);
    assertThat(WrittenWorkbook.rows(spreadsheets, file, "Ofertă"))
        .extracting(SheetRow::cells)
        .contains(
            List.of(Cell.of("Număr"), Cell.of(offer.number().toString())),
            List.of(Cell.of("Client"), Cell.of(offer.leadName())),
            List.of(Cell.of("Valabilă până la"), Cell.of(VALID_UNTIL)),
            List.of(Cell.of("Reducere"), new Cell.Figure(new BigDecimal("0.1"), true)),
            List.of(Cell.of("Total fără TVA"), Cell.of(offer.content().totals().net().amount())),
            List.of(Cell.of("TVA 21"), Cell.of(offer.content().totals().vat().amount())),
            List.of(Cell.of("Total cu TVA"), Cell.of(offer.content().totals().gross().amount())));
    assertThatThrownBy(
            () ->
                crm.offers()
                    .export(
                        InMemoryUsers.ION,
                        new ExportOffer.Query(ref.id(), RO),
                        new ByteArrayOutputStream()))
        .isInstanceOf(NotPermitted.class);
  }

  @Test
  void an_offer_is_printed_in_either_language_by_whoever_may_see_it() {
    OfferRef ref = draftWithDocuments("Exemplu SRL");
    OfferDocument document = crm.offers().print(ANA, new PrintOffer.Query(ref.id(), RO));
    assertThat(document.fileName()).startsWith("Ofertă OF-2026-").endsWith(".pdf");
    assertThat(said(document)).contains("CIORNĂ", "Ușă", "242,00");
    assertThat(document).isEqualTo(crm.offers().print(ANA, new PrintOffer.Query(ref.id(), RO)));
    assertThat(document.hash().value()).hasSize(64);
    OfferDocument english = crm.offers().print(ANA, new PrintOffer.Query(ref.id(), Locale.ENGLISH));
    assertThat(english.fileName()).startsWith("Offer OF-2026-");
    assertThat(said(english)).contains("DRAFT", "Ușă", "242.00");
    assertThat(english.hash()).isNotEqualTo(document.hash());
    assertThatThrownBy(() -> crm.offers().print(ION, new PrintOffer.Query(ref.id(), RO)))
        .isInstanceOf(NotPermitted.class);
  }

  @Test
  void a_document_is_called_by_number_and_client_without_what_file_systems_refuse() {
    OfferRef ref = draftWithDocuments("Uși/Ferestre: \"Țesut?\" *" + "x".repeat(150) + " S.A.");
    OfferDocument document = crm.offers().print(ANA, new PrintOffer.Query(ref.id(), RO));
    assertThat(document.fileName())
        .matches("Ofertă OF-2026-\\d{5} Uși Ferestre Țesut x{36}\\.pdf")
        .hasSizeLessThan(100);
  }

  @Test
  void without_an_adapter_for_documents_nothing_is_printed() {
    OfferRef ref = draft(content(text("Ușă", "2", "100")));
    assertThatThrownBy(() -> crm.offers().print(ANA, new PrintOffer.Query(ref.id(), RO)))
        .isInstanceOf(DocumentsNotConnected.class);
  }

  private OfferRef draftWithDocuments(String client) {
    injector = injector(InMemoryModule.connected());
    crm = injector.getInstance(Crm.class);
    return crm.offers()
        .draft(
            by(ANA),
            new DraftOffer.Command(negotiating(ANA, client), content(text("Ușă", "2", "100"))));
  }

  private static String said(OfferDocument document) {
    return new String(document.content(), StandardCharsets.UTF_8);
  }

  // ---- fixtures ----

  private OfferRef draft(OfferData content) {
    return crm.offers().draft(by(ANA), new DraftOffer.Command(lead, content));
  }

  private OfferRef change(OfferRef ref, OfferData content) {
    return crm.offers().change(by(ANA), new ChangeOffer.Command(ref.id(), ref.version(), content));
  }

  private OfferRef generate(SheetId sheet) {
    return crm.offers().generate(by(ANA), new GenerateOffer.Command(sheet, VALID_UNTIL));
  }

  private OfferRef submit(OfferRef ref) {
    return crm.offers().submit(by(ANA), new SubmitOffer.Command(ref.id(), ref.version()));
  }

  private OfferRef approve(OfferRef ref) {
    return crm.offers().approve(by(MARIA), new ApproveOffer.Command(ref.id(), ref.version()));
  }

  private OfferRef finalise(OfferRef ref) {
    return crm.offers().finalise(by(ANA), new FinaliseOffer.Command(ref.id(), ref.version()));
  }

  private OfferRef revise(OfferRef ref, LocalDate validUntil) {
    return crm.offers()
        .revise(by(ANA), new ReviseOffer.Command(ref.id(), ref.version(), validUntil));
  }

  private SendOffer.Result send(OfferRef ref) {
    Lead to = port(Leads.class).get(show(ref.id()).lead());
    return crm.offers()
        .send(
            by(ANA),
            new SendOffer.Command(
                ref.id(),
                ref.version(),
                List.of(to.contactPersons().all().get(0).id()),
                RO,
                "Oferta noastră",
                "Bună ziua",
                false));
  }

  private void reopen(EvaluationSheet sheet) {
    crm.offers()
        .reopenSheet(
            by(ANA), new ReopenSheet.Command(sheet.id(), sheets().get(sheet.id()).version()));
  }

  private OfferView show(OfferId id) {
    return crm.offers().show(ANA, new ShowOffer.Query(id));
  }

  private List<OfferListItem> list(OfferFilter filter) {
    return crm.offers().list(MARIA, new ListOffers.Query(filter, null, 10)).items();
  }

  private List<String> faults(OfferData content) {
    return catchThrowableOfType(InvalidInput.class, () -> draft(content)).violations().stream()
        .map(OfferUseCasesTest::told)
        .toList();
  }

  private static String told(Violation violation) {
    assertThat(violation.field()).startsWith("content.");
    return violation.field().substring("content.".length()) + " " + violation.code();
  }

  private List<String> timeline() {
    return port(Timeline.class).of(lead, java.util.Optional.empty(), 50).stream()
        .map(entry -> crm.messages().of(entry.event(), RO))
        .toList();
  }

  /** The lines of the offer as its form would send them back. */
  private LineData[] asShown(OfferRef ref) {
    return show(ref.id()).content().chapters().stream()
        .flatMap(chapter -> chapter.lines().stream())
        .map(
            line ->
                new LineData(
                    line.item().orElse(null),
                    line.name(),
                    line.unit(),
                    line.quantity().value(),
                    line.price().value(),
                    line.discount().value(),
                    line.vat().code(),
                    line.optional()))
        .toArray(LineData[]::new);
  }

  private static LineData withDiscount(LineData line, String discount) {
    return new LineData(
        line.item(),
        line.name(),
        line.unit(),
        line.quantity(),
        line.price(),
        new BigDecimal(discount),
        line.vat(),
        line.optional());
  }

  private static LineData text(String name, String quantity, String price) {
    return new LineData(
        null, name, "buc", new BigDecimal(quantity), new BigDecimal(price), null, "21", false);
  }

  private static OfferData content(LineData... lines) {
    return content(null, VALID_UNTIL, lines);
  }

  private static OfferData content(BigDecimal discount, LocalDate validUntil, LineData... lines) {
    return new OfferData(
        Currency.RON,
        null,
        discount,
        List.of(new ChapterData("Lucrări", List.of(lines))),
        null,
        null,
        null,
        validUntil);
  }

  /** Ten points of a cable at 3.3343 and 3.333 sockets at 15 each, and three sockets more. */
  private EvaluationSheet aSheet() {
    CatalogueItem cable = kept(anItem().named("Cablu").at("3.3343").taxed(REDUCED).build());
    CatalogueItem socket = kept(anItem().named("Priză").at("15").build());
    CatalogueItem point =
        kept(anItem().named("Punct electric").of(some("1", cable), some("3.333", socket)).build());
    Responsibility open = port(Responsibilities.class).findOpen(lead).orElseThrow();
    EvaluationSheet sheet =
        EvaluationSheet.add(
                new SheetId(UUID.randomUUID()),
                lead,
                open.pursuit(),
                open.id(),
                new ro.parcurs.crm.number.DocumentNumber(Series.EVALUATION_SHEET, 2026, 1),
                PursuitFixture.BY_ANA)
            .change(
                List.of(
                    new SheetLine(point.id(), Quantity.of("10")),
                    new SheetLine(socket.id(), Quantity.of("3"))),
                SheetTerms.DEFAULT,
                PursuitFixture.BY_ANA)
            .finalise(items().catalogueOf(List.of(point.id(), socket.id())), PursuitFixture.BY_ANA);
    inTransaction(() -> sheets().add(sheet));
    return sheets().get(sheet.id());
  }

  private CatalogueItem kept(CatalogueItem item) {
    inTransaction(() -> items().add(item));
    return items().get(item.id());
  }

  private CatalogueItem repriced(ItemId id, String price) {
    inTransaction(
        () ->
            items()
                .save(
                    items()
                        .get(id)
                        .priceBy(
                            OwnPrice.of(UnitPrice.of(price, Currency.RON)),
                            PursuitFixture.BY_ANA)));
    return items().get(id);
  }

  private LeadId negotiating(Actor owner) {
    return negotiating(owner, "Exemplu SRL");
  }

  private LeadId negotiating(Actor owner, String client) {
    Lead fresh =
        LeadFixture.aLead()
            .named(client)
            .activatedFor(owner.id())
            .withContact("Ștefan Țuțea", "0722 123 456", "stefan@exemplu.ro")
            .build();
    Pursuit pursuit = PursuitFixture.aPursuit(fresh.id());
    inTransaction(
        () -> {
          port(Leads.class).add(fresh);
          port(Pursuits.class).add(pursuit);
          port(Responsibilities.class).add(PursuitFixture.anOpen(Step.OFFER_NEGOTIATION, pursuit));
        });
    return fresh.id();
  }

  private Injector injector(InMemoryModule ports) {
    return Guice.createInjector(
        ports, new CrmModule(clock, new SequentialIds(), new DefaultAccessPolicy()));
  }

  private CatalogueItems items() {
    return port(CatalogueItems.class);
  }

  private EvaluationSheets sheets() {
    return port(EvaluationSheets.class);
  }

  private <P> P port(Class<P> port) {
    return injector.getInstance(port);
  }

  private void inTransaction(Runnable body) {
    port(UnitOfWork.class)
        .inTransaction(
            () -> {
              body.run();
              return true;
            });
  }

  private static Caller by(Actor actor) {
    return Caller.of(actor);
  }

  private static Money ron(String amount) {
    return Money.of(amount, Currency.RON);
  }
}
