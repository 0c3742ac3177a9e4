package ro.parcurs.crm.contract;

/** What a {@link ContractWarning} does. */
public enum Severity {
  /** The contracting can't be completed. */
  BLOCKING,
  /** Worth knowing; nothing is held up. */
  ADVISORY
}
