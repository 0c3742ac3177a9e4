/** What happened to a lead, told as events; nothing in the domain depends on this package. */
package ro.parcurs.crm.timeline;
