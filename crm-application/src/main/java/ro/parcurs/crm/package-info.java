/** The one entry point of the library, and its wiring. */
@NullMarked
package ro.parcurs.crm;

import org.jspecify.annotations.NullMarked;
