/**
 * What identifies and describes a Romanian company: fiscal code, register number, IBAN, address.
 */
package ro.parcurs.crm.company;
