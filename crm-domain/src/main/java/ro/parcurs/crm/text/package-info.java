/** Text as people type it: cleaned, bounded, and folded for search. */
package ro.parcurs.crm.text;
