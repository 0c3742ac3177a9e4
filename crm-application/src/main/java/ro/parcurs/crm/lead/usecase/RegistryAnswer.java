package ro.parcurs.crm.lead.usecase;

/** What came of asking the registry. Whatever it is, a lead can be added by hand. */
public sealed interface RegistryAnswer {

  /** The company, as it stands there. */
  record Found(RegistryEntry company) implements RegistryAnswer {}

  /** The registry knows no such company. */
  record NotFound() implements RegistryAnswer {}

  /** The registry was not asked: the check digit of the code fails. */
  record InvalidCode() implements RegistryAnswer {}

  /** Too many were asked in too short a time. */
  record RateLimited() implements RegistryAnswer {}

  /**
   * The registry's firewall refused.
   *
   * @param supportId what to quote when complaining there; may be empty
   */
  record Blocked(String supportId) implements RegistryAnswer {}

  /** The registry is down, slow or out of reach. */
  record Unavailable() implements RegistryAnswer {}

  /** The registry answered what it should not; nothing of it is used. */
  record UnexpectedAnswer() implements RegistryAnswer {}

  /** No registry is connected to this installation. */
  record NotConnected() implements RegistryAnswer {}
}
