/** What is delivered and invoiced under a contract (spec section 8). */
package ro.parcurs.crm.order;
