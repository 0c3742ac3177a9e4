package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.evaluation.usecase.SheetRef;
import ro.parcurs.crm.work.Caller;

/** Everything that can be done with offers. Thread-safe. */
public final class OfferUseCases {

  private final GenerateOffer generate;
  private final DraftOffer draft;
  private final ChangeOffer change;
  private final RegenerateOffer regenerate;
  private final SubmitOffer submit;
  private final ApproveOffer approve;
  private final DeclineOffer decline;
  private final FinaliseOffer finalise;
  private final HandOverOffer handOver;
  private final AcceptOffer accept;
  private final PrepareOfferMail prepareMail;
  private final SendOffer send;
  private final ReviseOffer revise;
  private final ReopenSheet reopenSheet;
  private final PreviewOffer preview;
  private final ShowOffer show;
  private final ListOffers list;
  private final CompareRevisions compare;
  private final ExportOffer export;
  private final PrintOffer print;
  private final PreviewLinesImport previewImport;
  private final ImportOfferLines importLines;

  @Inject
  public OfferUseCases(
      GenerateOffer generate,
      DraftOffer draft,
      ChangeOffer change,
      RegenerateOffer regenerate,
      SubmitOffer submit,
      ApproveOffer approve,
      DeclineOffer decline,
      FinaliseOffer finalise,
      HandOverOffer handOver,
      AcceptOffer accept,
      PrepareOfferMail prepareMail,
      SendOffer send,
      ReviseOffer revise,
      ReopenSheet reopenSheet,
      PreviewOffer preview,
      ShowOffer show,
      ListOffers list,
      CompareRevisions compare,
      ExportOffer export,
      PrintOffer print,
      PreviewLinesImport previewImport,
      ImportOfferLines importLines) {
    this.generate = generate;
    this.draft = draft;
    this.change = change;
    this.regenerate = regenerate;
    this.submit = submit;
    this.approve = approve;
    this.decline = decline;
    this.finalise = finalise;
    this.handOver = handOver;
    this.accept = accept;
    this.prepareMail = prepareMail;
    this.send = send;
    this.revise = revise;
    this.reopenSheet = reopenSheet;
    this.preview = preview;
    this.show = show;
    this.list = list;
    this.compare = compare;
    this.export = export;
    this.print = print;
    this.previewImport = previewImport;
    this.importLines = importLines;
  }

  /**
   * @see GenerateOffer
   */
  public OfferRef generate(Caller caller, GenerateOffer.Command command) {
    return generate.handle(caller, command);
  }

  /**
   * @see DraftOffer
   */
  public OfferRef draft(Caller caller, DraftOffer.Command command) {
    return draft.handle(caller, command);
  }

  /**
   * @see ChangeOffer
   */
  public OfferRef change(Caller caller, ChangeOffer.Command command) {
    return change.handle(caller, command);
  }

  /**
   * @see RegenerateOffer
   */
  public OfferRef regenerate(Caller caller, RegenerateOffer.Command command) {
    return regenerate.handle(caller, command);
  }

  /**
   * @see SubmitOffer
   */
  public OfferRef submit(Caller caller, SubmitOffer.Command command) {
    return submit.handle(caller, command);
  }

  /**
   * @see ApproveOffer
   */
  public OfferRef approve(Caller caller, ApproveOffer.Command command) {
    return approve.handle(caller, command);
  }

  /**
   * @see DeclineOffer
   */
  public OfferRef decline(Caller caller, DeclineOffer.Command command) {
    return decline.handle(caller, command);
  }

  /**
   * @see FinaliseOffer
   */
  public OfferRef finalise(Caller caller, FinaliseOffer.Command command) {
    return finalise.handle(caller, command);
  }

  /**
   * @see HandOverOffer
   */
  public OfferRef handOver(Caller caller, HandOverOffer.Command command) {
    return handOver.handle(caller, command);
  }

  /**
   * @see AcceptOffer
   */
  public OfferRef accept(Caller caller, AcceptOffer.Command command) {
    return accept.handle(caller, command);
  }

  /**
   * @see PrepareOfferMail
   */
  public OfferMailDraft prepareMail(Actor actor, PrepareOfferMail.Query query) {
    return prepareMail.handle(actor, query);
  }

  /**
   * @see SendOffer
   */
  public SendOffer.Result send(Caller caller, SendOffer.Command command) {
    return send.handle(caller, command);
  }

  /**
   * @see ReviseOffer
   */
  public OfferRef revise(Caller caller, ReviseOffer.Command command) {
    return revise.handle(caller, command);
  }

  /**
   * @see ReopenSheet
   */
  public SheetRef reopenSheet(Caller caller, ReopenSheet.Command command) {
    return reopenSheet.handle(caller, command);
  }

  /**
   * @see PreviewOffer
   */
  public OfferContentView preview(Actor actor, PreviewOffer.Query query) {
    return preview.handle(actor, query);
  }

  /**
   * @see ShowOffer
   */
  public OfferView show(Actor actor, ShowOffer.Query query) {
    return show.handle(actor, query);
  }

  /**
   * @see ListOffers
   */
  public OfferPage list(Actor actor, ListOffers.Query query) {
    return list.handle(actor, query);
  }

  /**
   * @see CompareRevisions
   */
  public ComparisonView compare(Actor actor, CompareRevisions.Query query) {
    return compare.handle(actor, query);
  }

  /**
   * @see ExportOffer
   */
  public void export(Actor actor, ExportOffer.Query query, OutputStream to) throws IOException {
    export.handle(actor, query, to);
  }

  /**
   * @see PrintOffer
   */
  public OfferDocument print(Actor actor, PrintOffer.Query query) {
    return print.handle(actor, query);
  }

  /**
   * @see PreviewLinesImport
   */
  public PreviewLinesImport.Preview previewImport(Actor actor, PreviewLinesImport.Query query)
      throws IOException {
    return previewImport.handle(actor, query);
  }

  /**
   * @see ImportOfferLines
   */
  public OfferRef importLines(Caller caller, ImportOfferLines.Command command) throws IOException {
    return importLines.handle(caller, command);
  }
}
