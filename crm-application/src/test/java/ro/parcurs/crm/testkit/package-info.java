/**
 * What adapters of other teams are tested with: the contracts of the driven ports, in-memory
 * adapters, fixtures, a settable clock.
 */
@NullMarked
package ro.parcurs.crm.testkit;

import org.jspecify.annotations.NullMarked;
