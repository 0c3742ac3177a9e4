package ro.parcurs.crm.mail;

import static ro.parcurs.crm.mail.SendingMove.CONFIRM;
import static ro.parcurs.crm.mail.SendingMove.DELAY;
import static ro.parcurs.crm.mail.SendingMove.DELIVER;
import static ro.parcurs.crm.mail.SendingMove.DROP;
import static ro.parcurs.crm.mail.SendingMove.GIVE_UP;
import static ro.parcurs.crm.mail.SendingMove.HAND_OVER;
import static ro.parcurs.crm.mail.SendingMove.LOSE_SIGHT;
import static ro.parcurs.crm.mail.SendingMove.SEND_AGAIN;
import static ro.parcurs.crm.mail.SendingMove.TAKE;

import java.util.Map;
import java.util.Optional;

/** Where a sending stands. */
public enum SendingState {
  /** It waits for its first attempt, or for another one. */
  QUEUED,
  /** An attempt is under way; the server has not got the end of the message. */
  SENDING,
  /** The server gets the end of the message now, or got it, and has not answered yet. */
  HANDING_OVER,
  SENT,
  /** It was given up. Nobody has got it, unless a person dropped what was perhaps sent. */
  FAILED,
  /** The server got it all and nobody knows its answer: a person decides. */
  PERHAPS_SENT;

  /** The one table of how states follow each other. What is not in it cannot happen. */
  private static final Map<SendingState, Map<SendingMove, SendingState>> TABLE =
      Map.of(
          QUEUED, Map.of(TAKE, SENDING, GIVE_UP, FAILED, DROP, FAILED),
          SENDING, Map.of(HAND_OVER, HANDING_OVER, DELAY, QUEUED, GIVE_UP, FAILED),
          HANDING_OVER,
              Map.of(DELIVER, SENT, DELAY, QUEUED, GIVE_UP, FAILED, LOSE_SIGHT, PERHAPS_SENT),
          PERHAPS_SENT, Map.of(DELIVER, SENT, CONFIRM, SENT, SEND_AGAIN, QUEUED, DROP, FAILED));

  /** The state that the move leads to; empty where there is no such move from here. */
  public Optional<SendingState> after(SendingMove move) {
    return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(move));
  }

  /** Whether an attempt is under way, as far as is known. */
  public boolean isUnderWay() {
    return this == SENDING || this == HANDING_OVER;
  }
}
