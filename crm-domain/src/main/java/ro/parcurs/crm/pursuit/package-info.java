/**
 * One run through the four steps, and the responsibilities that it consists of (spec section 4).
 */
package ro.parcurs.crm.pursuit;
