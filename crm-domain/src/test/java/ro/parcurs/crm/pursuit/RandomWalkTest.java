package ro.parcurs.crm.pursuit;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.pursuit.Pursuits.BY_ANA;
import static ro.parcurs.crm.pursuit.Pursuits.NOW;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.Refusal;

/** Random lives of responsibilities, beside a model that knows nothing of the product's types. */
class RandomWalkTest {

  /** The table of spec section 4, as plainly as it can be said. */
  static final class Model {

    int step = 1;
    String state = "open";
    boolean summary;
    boolean contact;
    boolean meeting;
    boolean badSheet;
    String offer = "none";
    String contract = "none";

    String close(String how) {
      if (!state.equals("open")) {
        return "refused";
      }
      boolean last = step == 4;
      if (how.equals("next") ? last : how.equals("later") ? last : how.equals("done") && !last) {
        return "refused";
      }
      boolean ready =
          switch (how) {
            case "next" ->
                step == 1
                    ? summary && contact
                    : step == 2 ? summary && meeting && !badSheet : offer.equals("with client");
            case "done" -> contract.equals("complete");
            default -> true;
          };
      if (!ready) {
        return "not yet";
      }
      if (how.equals("next") || how.equals("later")) {
        step += how.equals("next") ? 1 : 0;
        summary = contact = meeting = false;
      } else {
        state = "ended";
      }
      return "ok";
    }
  }

  enum Act {
    SUMMARY,
    CALL,
    MEET,
    BEGIN_SHEET,
    FINISH_SHEET,
    WRITE_OFFER,
    SEND_OFFER,
    OFFER_EXPIRES,
    POOR_CONTRACT,
    GOOD_CONTRACT,
    NEXT,
    NEXT_AGAIN,
    LATER,
    REFUSE,
    COMPLETE,
    CANCEL
  }

  @Property(tries = 2000)
  void a_responsibility_lives_as_the_plain_model_says(@ForAll("lives") List<Act> life) {
    Model model = new Model();
    Walk walk = new Walk();
    for (Act act : life) {
      assertThat(walk.take(act)).as("%s of %s", act, life).isEqualTo(tell(model, act));
      assertThat(walk.now.step().ordinal() + 1).isEqualTo(model.step);
      assertThat(walk.now.state() == ResponsibilityState.OPEN)
          .isEqualTo(model.state.equals("open"));
    }
  }

  @Provide
  Arbitrary<List<Act>> lives() {
    // Closing is tried seldom and refusing seldomer, so that many lives reach the last step.
    return Arbitraries.frequency(
            Tuple.of(6, Act.SUMMARY),
            Tuple.of(6, Act.CALL),
            Tuple.of(6, Act.MEET),
            Tuple.of(2, Act.BEGIN_SHEET),
            Tuple.of(4, Act.FINISH_SHEET),
            Tuple.of(3, Act.WRITE_OFFER),
            Tuple.of(5, Act.SEND_OFFER),
            Tuple.of(1, Act.OFFER_EXPIRES),
            Tuple.of(2, Act.POOR_CONTRACT),
            Tuple.of(3, Act.GOOD_CONTRACT),
            Tuple.of(8, Act.NEXT),
            Tuple.of(4, Act.NEXT_AGAIN),
            Tuple.of(2, Act.LATER),
            Tuple.of(1, Act.REFUSE),
            Tuple.of(3, Act.COMPLETE),
            Tuple.of(1, Act.CANCEL))
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private static String tell(Model model, Act act) {
    boolean open = model.state.equals("open");
    switch (act) {
      case SUMMARY -> model.summary |= open;
      case CALL -> model.contact |= open;
      case MEET -> model.meeting |= open;
      case BEGIN_SHEET -> model.badSheet = true;
      case FINISH_SHEET -> model.badSheet = false;
      case WRITE_OFFER -> model.offer = "written";
      case SEND_OFFER -> model.offer = "with client";
      case OFFER_EXPIRES -> model.offer = "expired";
      case POOR_CONTRACT -> model.contract = "poor";
      case GOOD_CONTRACT -> model.contract = "complete";
      case NEXT, NEXT_AGAIN -> {
        return model.close("next");
      }
      case LATER -> {
        return model.close("later");
      }
      case REFUSE -> {
        return model.close("refused");
      }
      case COMPLETE -> {
        return model.close("done");
      }
      case CANCEL -> {
        model.state = "ended";
        return open ? "ok" : "refused";
      }
    }
    boolean onResponsibility = act == Act.SUMMARY || act == Act.CALL || act == Act.MEET;
    return open || !onResponsibility ? "ok" : "refused";
  }

  /** The same life on the real thing. */
  private static final class Walk {

    private Responsibility now = Pursuits.anOpen(Step.PROSPECT_CONTACT);
    private SheetFact sheet = SheetFact.NONE;
    private OfferFact offer = OfferFact.NONE;
    private ContractFact contract = new ContractFact.None();
    private int ids = 100;

    String take(Act act) {
      try {
        carryOut(act);
        return "ok";
      } catch (NotYet e) {
        return "not yet";
      } catch (NoSuchTransition e) {
        return "refused";
      } catch (Refusal e) {
        return e.code();
      }
    }

    private void carryOut(Act act) {
      switch (act) {
        case SUMMARY -> now = now.writeSummary("s-a discutat", BY_ANA);
        case CALL -> now = now.record(Pursuits.aCall());
        case MEET -> {
          MeetingId id = new MeetingId(new UUID(0, ids++));
          now =
              now.plan(
                      Meeting.planned(id, NOW, Meeting.USUAL_LENGTH, "aici", Participants.NOBODY),
                      BY_ANA)
                  .hold(id, NOW, Participants.NOBODY, Optional.empty(), BY_ANA);
        }
        case BEGIN_SHEET -> sheet = SheetFact.UNFINISHED;
        case FINISH_SHEET -> sheet = SheetFact.FINALISED;
        case WRITE_OFFER -> offer = OfferFact.NOT_WITH_CLIENT;
        case SEND_OFFER -> offer = OfferFact.WITH_CLIENT;
        case OFFER_EXPIRES -> offer = OfferFact.EXPIRED_WITH_CLIENT;
        case POOR_CONTRACT -> contract = ContractFact.of(List.of(Pursuits.Warning.NO_IBAN));
        case GOOD_CONTRACT -> contract = ContractFact.of(List.of());
        case NEXT, NEXT_AGAIN -> close(Outcome.OPEN_NEXT);
        case LATER -> close(Outcome.POSTPONED);
        case REFUSE -> close(Outcome.REFUSED);
        case COMPLETE -> close(Outcome.COMPLETED);
        case CANCEL -> now = now.cancel(BY_ANA);
      }
    }

    private void close(Outcome outcome) {
      Responsibility closed =
          now.close(
              Pursuits.closure(outcome, false),
              new PursuitDocuments(sheet, offer, contract),
              BY_ANA);
      now = closed.followUp(new ResponsibilityId(new UUID(0, ids++))).orElse(closed);
    }
  }
}
