/** Offers by e-mail (spec section 7, Sending); see the packages below. */
package ro.parcurs.crm.adapter.mail;
