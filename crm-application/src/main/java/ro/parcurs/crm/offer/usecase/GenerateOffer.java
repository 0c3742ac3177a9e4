package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.usecase.EvaluationSheets;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.offer.NotInNegotiation;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.offer.OfferGeneration;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferNumber;
import ro.parcurs.crm.offer.SheetNotFinalised;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.timeline.OfferChanged.OfferGenerated;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.NumberSeries;
import ro.parcurs.crm.work.Work;

/** Makes a new offer from a finalised sheet, at the prices that were frozen into it. */
public final class GenerateOffer {

  /**
   * @param validUntil the last day on which the offer is valid
   */
  public record Command(
      @NotNull @Nullable SheetId sheet, @NotNull @FutureOrPresent @Nullable LocalDate validUntil) {}

  private final Work work;
  private final OfferGate gate;
  private final EvaluationSheets sheets;
  private final Offers offers;
  private final NumberSeries numbers;
  private final Journal journal;
  private final Ids ids;

  @Inject
  public GenerateOffer(
      Work work,
      OfferGate gate,
      EvaluationSheets sheets,
      Offers offers,
      NumberSeries numbers,
      Journal journal,
      Ids ids) {
    this.work = work;
    this.gate = gate;
    this.sheets = sheets;
    this.offers = offers;
    this.numbers = numbers;
    this.journal = journal;
    this.ids = ids;
  }

  /**
   * @throws InvalidInput when the date is missing or past
   * @throws NotFound when there is no such sheet
   * @throws NotPermitted when the actor may not pursue its lead
   * @throws NotInNegotiation when the sheet's pursuit is not negotiating
   * @throws SheetNotFinalised when it is not finalised
   * @throws AlreadyExists when the pursuit has a live offer, which can be changed or revised
   */
  public OfferRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          EvaluationSheet sheet = sheets.get(Objects.requireNonNull(command.sheet()));
          PursuitId pursuit = gate.negotiation(caller.actor(), sheet.lead());
          if (!sheet.pursuit().equals(pursuit)) {
            throw new NotInNegotiation();
          }
          if (!sheet.isFinalised()) {
            throw new SheetNotFinalised(sheet.number());
          }
          OfferContent content =
              OfferGeneration.content(
                  sheet.terms(), sheet.frozen(), Objects.requireNonNull(command.validUntil()));
          Stamp by = journal.stamp(caller.actor());
          OfferNumber number =
              OfferNumber.first(numbers.next(Series.OFFER, journal.today().getYear()));
          Offer draft =
              Offer.draft(
                  new OfferId(ids.next()),
                  sheet.lead(),
                  pursuit,
                  number,
                  Optional.of(sheet.id()),
                  content,
                  by);
          offers.add(draft);
          journal.write(
              by,
              draft.lead(),
              pursuit,
              new OfferGenerated(draft.id(), number, sheet.id(), sheet.number().toString()));
          return OfferRef.saved(draft);
        });
  }
}
