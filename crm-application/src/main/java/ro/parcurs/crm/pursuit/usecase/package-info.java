/**
 * What can be done on a pursuit and its responsibilities: activating a lead, working on its open
 * responsibility, reading the lead's timeline. How a responsibility is closed is told in {@code
 * ro.parcurs.crm.journey.usecase}, where all areas meet.
 */
@NullMarked
package ro.parcurs.crm.pursuit.usecase;

import org.jspecify.annotations.NullMarked;
