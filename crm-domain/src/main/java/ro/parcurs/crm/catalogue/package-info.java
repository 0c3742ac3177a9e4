/** Items, their prices and their recipes (spec section 5). */
package ro.parcurs.crm.catalogue;
