package ro.parcurs.crm.mail;

/** What can become of a sending; {@link SendingState} says when. */
public enum SendingMove {
  /** Somebody begins an attempt. */
  TAKE,
  /** Everything but the end of the message was given to the server; that comes next. */
  HAND_OVER,
  /** The server has taken it. */
  DELIVER,
  /** Nothing was taken; it is tried again later. */
  DELAY,
  /** It is not tried again. */
  GIVE_UP,
  /** The end was given to the server, and its answer is not known. */
  LOSE_SIGHT,
  /** A person says that it has arrived. */
  CONFIRM,
  /** A person wants it to be sent again, knowing that it may arrive twice. */
  SEND_AGAIN,
  /** A person wants it to be left alone. */
  DROP
}
