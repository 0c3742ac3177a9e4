package ro.parcurs.crm.journey.usecase;

/** Whether those who were invited to a meeting know how it stands. */
public enum InvitationState {
  /** Nobody was invited. */
  NONE,
  /** What they were told is so. */
  CURRENT,
  /** The meeting was moved or cancelled since they were told of it. */
  OUTDATED
}
