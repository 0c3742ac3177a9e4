package ro.parcurs.crm.journey.usecase;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.pursuit.RefusalReason;
import ro.parcurs.crm.validation.PlainText;

/** A way to close a responsibility, as it is filled in. */
public sealed interface Way {

  /**
   * <i>Deschide următoarea sarcină.</i>
   *
   * @param assignee who has the next step; whoever had this one when missing
   * @param deadline until when
   * @param expiryConfirmed that an expired offer stands all the same
   */
  record OpenNext(
      @Nullable UserId assignee,
      @NotNull @FutureOrPresent @Nullable Instant deadline,
      boolean expiryConfirmed)
      implements Way {}

  /**
   * <i>Amânare.</i>
   *
   * @param until a day to come; the same step is due then, at the time of day at which it was
   */
  record Postponed(@NotNull @Future @Nullable LocalDate until) implements Way {}

  /**
   * <i>Refuz.</i> One of the two is required.
   *
   * @param reason the code of a reason of the list
   * @param text a reason in words
   */
  record Refused(
      @PlainText(max = RefusalReason.MAX_CODE) @Nullable String reason,
      @PlainText(max = RefusalReason.MAX_TEXT) @Nullable String text)
      implements Way {}

  /** <i>Finalizare.</i> */
  record Completed() implements Way {}
}
