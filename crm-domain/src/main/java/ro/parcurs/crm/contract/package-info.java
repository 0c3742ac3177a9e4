/** The signed agreement and what is still missing for it (spec section 8). */
package ro.parcurs.crm.contract;
