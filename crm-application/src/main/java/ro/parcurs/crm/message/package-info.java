/** Texts for people, in Romanian and English. */
@NullMarked
package ro.parcurs.crm.message;

import org.jspecify.annotations.NullMarked;
