/**
 * Offers by e-mail; adapts the port {@code OfferMail} of the application (spec section 7, Sending).
 */
package ro.parcurs.crm.adapter.mail;
