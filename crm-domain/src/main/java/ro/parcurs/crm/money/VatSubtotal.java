package ro.parcurs.crm.money;

/** The lines of one VAT rate taken together: their nets, and the VAT on that sum. */
public record VatSubtotal(VatRate rate, Money base, Money vat) {}
