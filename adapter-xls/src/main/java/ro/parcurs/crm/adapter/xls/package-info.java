/**
 * Leads, offers and catalogue in and out of Excel; adapts the import and export ports of the
 * application (spec section 9).
 */
@NullMarked
package ro.parcurs.crm.adapter.xls;

import org.jspecify.annotations.NullMarked;
