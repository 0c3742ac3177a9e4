package ro.parcurs.crm.money;

/** The currencies that prices are in (spec section 5). */
public enum Currency {
  RON,
  EUR
}
