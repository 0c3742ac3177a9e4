/**
 * How a use case runs: as one unit of work, for a caller, at most once per idempotency key, leaving
 * its events behind.
 */
@NullMarked
package ro.parcurs.crm.work;

import org.jspecify.annotations.NullMarked;
