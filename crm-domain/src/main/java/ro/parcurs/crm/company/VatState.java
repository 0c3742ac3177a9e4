package ro.parcurs.crm.company;

/** Whether a company is registered for VAT (article 316 of the Fiscal Code). */
public enum VatState {
  PAYER,
  NON_PAYER
}
