/** Document numbers: series per year, without holes and without duplicates. */
package ro.parcurs.crm.number;
