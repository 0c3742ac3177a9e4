/**
 * Company data by fiscal code from the national registry; adapts the port {@code CompanyRegistry}
 * of the application (spec section 3, Preia).
 */
package ro.parcurs.crm.adapter.registry;
