/** The pages, one class per area; their templates are in {@code src/main/jte}. */
@NullMarked
package ro.parcurs.example.page;

import org.jspecify.annotations.NullMarked;
