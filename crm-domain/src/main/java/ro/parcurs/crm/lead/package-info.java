/**
 * A company that may become a client, with the people and the sites known of it (spec section 3).
 */
package ro.parcurs.crm.lead;
