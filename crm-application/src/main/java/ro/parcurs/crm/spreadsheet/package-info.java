/**
 * Spreadsheets as the use cases see them: cells that mean something, rows, columns known by their
 * headings; and the driven port that reads and writes the files (spec section 9).
 */
@NullMarked
package ro.parcurs.crm.spreadsheet;

import org.jspecify.annotations.NullMarked;
