/** Files, whatever is in them. */
package ro.parcurs.crm.file;
