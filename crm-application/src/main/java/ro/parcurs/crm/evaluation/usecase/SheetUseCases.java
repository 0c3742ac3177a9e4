package ro.parcurs.crm.evaluation.usecase;

import jakarta.inject.Inject;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.work.Caller;

/**
 * Everything that can be done with evaluation sheets; reopening one is told with the offers, which
 * may forbid it. Thread-safe.
 */
public final class SheetUseCases {

  private final AddSheet add;
  private final ChangeSheet change;
  private final FinaliseSheet finalise;
  private final DiscardSheet discard;
  private final ShowSheet show;
  private final PreviewSheet preview;
  private final ListSheets list;

  @Inject
  public SheetUseCases(
      AddSheet add,
      ChangeSheet change,
      FinaliseSheet finalise,
      DiscardSheet discard,
      ShowSheet show,
      PreviewSheet preview,
      ListSheets list) {
    this.add = add;
    this.change = change;
    this.finalise = finalise;
    this.discard = discard;
    this.show = show;
    this.preview = preview;
    this.list = list;
  }

  /**
   * @see AddSheet
   */
  public SheetRef add(Caller caller, AddSheet.Command command) {
    return add.handle(caller, command);
  }

  /**
   * @see ChangeSheet
   */
  public SheetRef change(Caller caller, ChangeSheet.Command command) {
    return change.handle(caller, command);
  }

  /**
   * @see FinaliseSheet
   */
  public SheetRef finalise(Caller caller, FinaliseSheet.Command command) {
    return finalise.handle(caller, command);
  }

  /**
   * @see DiscardSheet
   */
  public SheetRef discard(Caller caller, DiscardSheet.Command command) {
    return discard.handle(caller, command);
  }

  /**
   * @see ShowSheet
   */
  public SheetView show(Actor actor, ShowSheet.Query query) {
    return show.handle(actor, query);
  }

  /**
   * @see PreviewSheet
   */
  public SheetFigures preview(Actor actor, PreviewSheet.Query query) {
    return preview.handle(actor, query);
  }

  /**
   * @see ListSheets
   */
  public SheetPage list(Actor actor, ListSheets.Query query) {
    return list.handle(actor, query);
  }
}
