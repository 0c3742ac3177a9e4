/** Who may see and do what. */
@NullMarked
package ro.parcurs.crm.access;

import org.jspecify.annotations.NullMarked;
