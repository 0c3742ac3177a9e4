/** A made-up company's data, so that the example opens on something to look at. */
@NullMarked
package ro.parcurs.example.demo;

import org.jspecify.annotations.NullMarked;
