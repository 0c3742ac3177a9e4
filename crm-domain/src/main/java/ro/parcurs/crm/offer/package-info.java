/** Numbered, revisable price offers (spec section 7). */
package ro.parcurs.crm.offer;
