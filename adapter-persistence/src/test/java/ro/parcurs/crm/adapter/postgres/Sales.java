package ro.parcurs.crm.adapter.postgres;

import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.catalogue.usecase.AddItem;
import ro.parcurs.crm.catalogue.usecase.ItemData;
import ro.parcurs.crm.catalogue.usecase.ItemRef;
import ro.parcurs.crm.catalogue.usecase.PriceData;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.evaluation.usecase.AddSheet;
import ro.parcurs.crm.evaluation.usecase.ChangeSheet;
import ro.parcurs.crm.evaluation.usecase.FinaliseSheet;
import ro.parcurs.crm.evaluation.usecase.SheetLineData;
import ro.parcurs.crm.evaluation.usecase.SheetRef;
import ro.parcurs.crm.evaluation.usecase.SheetTermsData;
import ro.parcurs.crm.journey.usecase.CloseResponsibility;
import ro.parcurs.crm.journey.usecase.Way;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddLeads;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.DuplicateRule;
import ro.parcurs.crm.lead.usecase.LeadData;
import ro.parcurs.crm.lead.usecase.LeadRef;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.offer.usecase.GenerateOffer;
import ro.parcurs.crm.offer.usecase.OfferRef;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.pursuit.usecase.HoldMeeting;
import ro.parcurs.crm.pursuit.usecase.ParticipantsData;
import ro.parcurs.crm.pursuit.usecase.PlanMeeting;
import ro.parcurs.crm.pursuit.usecase.ResponsibilityRef;
import ro.parcurs.crm.pursuit.usecase.WriteSummary;
import ro.parcurs.crm.testkit.InMemoryUsers;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.TimeOrderedIds;

/**
 * What people of the sales do through {@link Crm}, each step under a key made from the name of the
 * whole: doing the whole again does what is missing of it.
 */
final class Sales {

  static final AddressData DEJ = new AddressData(County.CJ, "Dej", null, null);

  private final Injector injector;
  private final Crm crm;
  private final Clock clock;

  /**
   * @param ports binds every driven port but the users
   * @param clock stands still, so that a step said again is the same
   */
  Sales(Module ports, Clock clock) {
    this.injector =
        Guice.createInjector(
            new CrmModule(clock, new TimeOrderedIds(), new DefaultAccessPolicy()),
            ports,
            binder -> binder.bind(Users.class).toInstance(new InMemoryUsers()));
    this.crm = injector.getInstance(Crm.class);
    this.clock = clock;
  }

  Crm crm() {
    return crm;
  }

  <P> P port(Class<P> port) {
    return injector.getInstance(port);
  }

  ItemRef item(String name, String code) {
    return crm.catalogue()
        .add(
            step(DAN, name, "item"),
            AddItem.Command.priced(
                data(code, "Montaj"), new PriceData(BigDecimal.TEN, Currency.RON, null)));
  }

  static ItemData data(String code, String title) {
    return new ItemData(
        code, title, "oră", ItemKind.SERVICE, "Lucrări", "21", new BigDecimal("2.5"));
  }

  /** Ana adds a lead and is in charge of it once she activates it. */
  LeadRef lead(String name, Cui cui) {
    return crm.leads()
        .add(
            step(ANA, name, "lead"),
            new AddLead.Command(
                cui.digits(), false, CompanyData.of("Exemplu SRL", DEJ), NotesData.NONE, null));
  }

  /** Ana adds many leads at once. */
  AddLeads.Result leads(String name, List<Cui> cuis) {
    List<LeadData> rows =
        cuis.stream()
            .map(
                cui ->
                    LeadData.of(cui.digits(), CompanyData.of("Exemplu SRL", DEJ), NotesData.NONE))
            .toList();
    return crm.leads()
        .addAll(step(ANA, name, "leads"), new AddLeads.Command(rows, DuplicateRule.REFUSE));
  }

  ResponsibilityId activated(String name, LeadRef lead, Step step) {
    return crm.pursuits()
        .activate(
            step(ANA, name, "activate"),
            new ActivateLead.Command(lead.id(), lead.version(), ANA.id(), inAWeek(), step, null))
        .responsibility();
  }

  SheetRef sheet(String name, LeadRef lead, ItemRef item) {
    SheetRef added = crm.sheets().add(step(ANA, name, "sheet"), new AddSheet.Command(lead.id()));
    return crm.sheets()
        .change(
            step(ANA, name, "lines"),
            new ChangeSheet.Command(
                added.id(), added.version(), lines(item, "100"), SheetTermsData.DEFAULT));
  }

  static List<SheetLineData> lines(ItemRef item, String quantity) {
    return List.of(new SheetLineData(item.id(), new BigDecimal(quantity)));
  }

  /** Everything before the offer: a meeting held, a sheet finalised, the negotiation begun. */
  SheetRef readyForAnOffer(String name, Cui cui, ItemRef item) {
    LeadRef lead = lead(name, cui);
    ResponsibilityId evaluation = activated(name, lead, Step.MEETING_EVALUATION);
    SheetRef draft = sheet(name, lead, item);
    SheetRef finalised =
        crm.sheets()
            .finalise(
                step(ANA, name, "finalise"),
                new FinaliseSheet.Command(draft.id(), draft.version()));
    ParticipantsData participants = new ParticipantsData(List.of(), List.of("Ana Pop"));
    PlanMeeting.Result planned =
        crm.pursuits()
            .planMeeting(
                step(ANA, name, "plan"),
                new PlanMeeting.Command(
                    evaluation, clock.instant(), null, "La sediul lor", participants));
    ResponsibilityRef held =
        crm.pursuits()
            .holdMeeting(
                step(ANA, name, "meet"),
                new HoldMeeting.Command(
                    evaluation,
                    planned.version(),
                    planned.meeting(),
                    clock.instant(),
                    participants,
                    "S-a măsurat."));
    ResponsibilityRef summarised =
        crm.pursuits()
            .writeSummary(
                step(ANA, name, "summary"),
                new WriteSummary.Command(evaluation, held.version(), "Sediul e măsurat."));
    crm.journey()
        .close(
            step(ANA, name, "close"),
            new CloseResponsibility.Command(
                evaluation, summarised.version(), new Way.OpenNext(null, inAWeek(), false)));
    return finalised;
  }

  OfferRef offer(String name, SheetRef sheet) {
    return crm.offers()
        .generate(
            step(ANA, name, "offer"),
            new GenerateOffer.Command(sheet.id(), LocalDate.now(clock).plusMonths(1)));
  }

  /** Who says a step of the whole, as often as it may take. */
  static Caller step(Actor actor, String name, String step) {
    return Caller.of(actor).once(name + "/" + step);
  }

  private Instant inAWeek() {
    return clock.instant().plusSeconds(7 * 86_400);
  }
}
