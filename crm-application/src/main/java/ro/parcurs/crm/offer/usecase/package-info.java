/**
 * What can be done with offers: making them from a sheet or by hand, approving, finalising, handing
 * over, revising, comparing.
 */
@NullMarked
package ro.parcurs.crm.offer.usecase;

import org.jspecify.annotations.NullMarked;
