/**
 * The signed agreement that a pursuit leads to, and the warnings about what is missing for it (spec
 * section 8).
 */
package ro.parcurs.crm.contract;
