/** Digests of content. */
@NullMarked
package ro.parcurs.crm.digest;

import org.jspecify.annotations.NullMarked;
