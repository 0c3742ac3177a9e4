/**
 * The product to try: starts web pages over an embedded PostgreSQL, or over a server that the
 * command line names.
 */
@NullMarked
package ro.parcurs.example;

import org.jspecify.annotations.NullMarked;
