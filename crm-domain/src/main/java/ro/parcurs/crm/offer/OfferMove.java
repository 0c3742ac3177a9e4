package ro.parcurs.crm.offer;

/** What can be done with an offer; {@link OfferState} says when. */
public enum OfferMove {
  /** Its content is changed, or made anew from the sheet. */
  CHANGE,
  /** Its author asks for approval. */
  SUBMIT,
  APPROVE,
  /** Approval is declined, with a reason. */
  DECLINE,
  /** From now on nothing in it changes. */
  FINALISE,
  /** It was given to the client outside the system. */
  HAND_OVER,
  /** It went to the client by e-mail. */
  SEND,
  /** The client said yes. */
  ACCEPT,
  /** The client said no, to it or to the whole pursuit. */
  REFUSE,
  /** The next revision takes its place. */
  REVISE
}
