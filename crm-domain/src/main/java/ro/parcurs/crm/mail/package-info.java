/** What is sent by e-mail, and what became of it (spec section 7, Sending). */
package ro.parcurs.crm.mail;
