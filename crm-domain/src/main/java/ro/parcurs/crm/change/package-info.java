/** Who changed what, when, and after which version. */
package ro.parcurs.crm.change;
