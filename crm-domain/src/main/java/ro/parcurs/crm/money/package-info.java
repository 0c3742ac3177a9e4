/**
 * Amounts, prices, quantities, VAT; the one place where money is computed and rounded (spec section
 * 7).
 */
package ro.parcurs.crm.money;
