package ro.parcurs.crm.evaluation.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.catalogue.usecase.AddItem;
import ro.parcurs.crm.catalogue.usecase.DeactivateItem;
import ro.parcurs.crm.catalogue.usecase.EditItem;
import ro.parcurs.crm.catalogue.usecase.ItemData;
import ro.parcurs.crm.catalogue.usecase.ItemRef;
import ro.parcurs.crm.catalogue.usecase.PriceData;
import ro.parcurs.crm.catalogue.usecase.ShowItem;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.evaluation.SheetState;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.LeadRef;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;

class SheetUseCasesTest {

  private static final Caller BY_ANA = Caller.of(ANA);

  private final SettableClock clock = new SettableClock();
  private final Injector injector =
      Guice.createInjector(
          new InMemoryModule(),
          new CrmModule(clock, new SequentialIds(), new DefaultAccessPolicy()));
  private final Crm crm = injector.getInstance(Crm.class);
  private final ItemRef item = item("10.00");

  @Test
  void a_sheet_belongs_to_an_open_evaluation_and_there_is_one() {
    LeadId lead = leadAt(Step.MEETING_EVALUATION);
    SheetRef sheet = crm.sheets().add(BY_ANA, new AddSheet.Command(lead));
    assertThat(sheet.number()).hasToString("FE-2026-00001");
    assertThatThrownBy(() -> crm.sheets().add(BY_ANA, new AddSheet.Command(lead)))
        .isInstanceOfSatisfying(
            AlreadyExists.class,
            refusal -> assertThat(refusal.existing()).isEqualTo(sheet.id().toString()));
    assertThatThrownBy(
            () -> crm.sheets().add(BY_ANA, new AddSheet.Command(leadAt(Step.OFFER_NEGOTIATION))))
        .isInstanceOf(NoOpenEvaluation.class);
  }

  @Test
  void a_draft_shows_today_s_prices_and_a_finalised_sheet_those_of_its_day() {
    SheetRef draft = filled(leadAt(Step.MEETING_EVALUATION));
    assertThat(net(draft)).isEqualTo(ron("30.00"));
    reprice("11.00");
    assertThat(net(draft)).isEqualTo(ron("33.00"));
    SheetRef finalised =
        crm.sheets().finalise(BY_ANA, new FinaliseSheet.Command(draft.id(), draft.version()));
    reprice("12.00");
    assertThat(net(finalised)).isEqualTo(ron("33.00"));
    assertThat(show(finalised).state()).isEqualTo(SheetState.FINALISED);
    assertThat(show(finalised).changes()).hasSize(1);
    assertThatThrownBy(() -> change(finalised, "4")).isInstanceOf(NoSuchTransition.class);
  }

  @Test
  void a_discarded_sheet_makes_room_for_another_and_its_number_is_not_given_again() {
    LeadId lead = leadAt(Step.MEETING_EVALUATION);
    SheetRef first = filled(lead);
    crm.sheets().discard(BY_ANA, new DiscardSheet.Command(first.id(), first.version()));
    assertThat(show(first).state()).isEqualTo(SheetState.DISCARDED);
    SheetRef second = crm.sheets().add(BY_ANA, new AddSheet.Command(lead));
    assertThat(second.number()).hasToString("FE-2026-00002");
    assertThatThrownBy(
            () ->
                crm.sheets()
                    .discard(BY_ANA, new DiscardSheet.Command(first.id(), first.version().next())))
        .isInstanceOf(NoSuchTransition.class);
  }

  @Test
  void an_item_that_is_not_sold_any_more_is_not_added() {
    SheetRef sheet =
        crm.sheets().add(BY_ANA, new AddSheet.Command(leadAt(Step.MEETING_EVALUATION)));
    crm.catalogue()
        .deactivate(Caller.of(DAN), new DeactivateItem.Command(item.id(), shownVersion(item)));
    assertThatThrownBy(() -> change(sheet, "1")).hasMessageContaining("inactive-items");
  }

  @Test
  void a_sheet_is_changed_only_by_who_may_and_has_seen_it() {
    SheetRef sheet = filled(leadAt(Step.MEETING_EVALUATION));
    change(sheet, "4");
    assertThatThrownBy(() -> change(sheet, "5")).isInstanceOf(ConcurrentChange.class);
    assertThatThrownBy(
            () ->
                crm.sheets()
                    .finalise(
                        Caller.of(ION),
                        new FinaliseSheet.Command(sheet.id(), sheet.version().next())))
        .isInstanceOf(NotPermitted.class);
    assertThat(net(sheet)).isEqualTo(ron("40.00"));
  }

  private SheetRef filled(LeadId lead) {
    return change(crm.sheets().add(BY_ANA, new AddSheet.Command(lead)), "3");
  }

  private SheetRef change(SheetRef sheet, String quantity) {
    return crm.sheets()
        .change(
            BY_ANA,
            new ChangeSheet.Command(
                sheet.id(),
                sheet.version(),
                List.of(new SheetLineData(item.id(), new BigDecimal(quantity))),
                SheetTermsData.DEFAULT));
  }

  private SheetView show(SheetRef sheet) {
    return crm.sheets().show(ANA, new ShowSheet.Query(sheet.id()));
  }

  private Money net(SheetRef sheet) {
    return show(sheet).figures().totals().orElseThrow().net();
  }

  private ItemRef item(String price) {
    return crm.catalogue().add(Caller.of(DAN), AddItem.Command.priced(data(), price(price)));
  }

  private void reprice(String price) {
    crm.catalogue()
        .edit(
            Caller.of(DAN),
            new EditItem.Command(item.id(), shownVersion(item), data(), price(price)));
  }

  private Version shownVersion(ItemRef ref) {
    return crm.catalogue().show(DAN, new ShowItem.Query(ref.id())).version();
  }

  private LeadId leadAt(Step step) {
    LeadRef lead =
        crm.leads()
            .add(
                BY_ANA,
                new AddLead.Command(
                    Cuis.next().digits(),
                    false,
                    CompanyData.of("Exemplu SRL", new AddressData(County.CJ, "Dej", null, null)),
                    NotesData.NONE,
                    null));
    crm.pursuits()
        .activate(
            BY_ANA,
            new ActivateLead.Command(
                lead.id(),
                lead.version(),
                ANA.id(),
                clock.instant().plus(Duration.ofHours(1)),
                step,
                null));
    return lead.id();
  }

  private static ItemData data() {
    return new ItemData(
        "SERV", "Serviciu", "oră", ItemKind.SERVICE, "Diverse", "21", new BigDecimal("0"));
  }

  private static PriceData price(String price) {
    return new PriceData(new BigDecimal(price), Currency.RON, null);
  }

  private static Money ron(String amount) {
    return Money.of(amount, Currency.RON);
  }
}
