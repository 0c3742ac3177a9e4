package ro.parcurs.crm.company;

/** What a company is in the registry of the tax authority. */
public enum RegistryState {
  ACTIVE,
  /** Declared inactive: its invoices don't count. */
  INACTIVE,
  STRUCK_OFF
}
