/** Who acts, and what they may do. */
package ro.parcurs.crm.actor;
