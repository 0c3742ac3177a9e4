/**
 * Where all areas meet: closing a responsibility, which accepts or refuses the offer, places the
 * client order and moves the lead; and showing what is missing for it.
 */
@NullMarked
package ro.parcurs.crm.journey.usecase;

import org.jspecify.annotations.NullMarked;
