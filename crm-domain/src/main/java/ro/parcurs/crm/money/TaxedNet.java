package ro.parcurs.crm.money;

/** A net amount and the VAT rate that applies to it: what a line contributes to the totals. */
public record TaxedNet(VatRate rate, Money net) {}
