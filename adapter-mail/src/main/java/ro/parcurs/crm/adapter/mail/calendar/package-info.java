/**
 * Invitations to meetings as iCalendar; adapts the port {@code InvitationFormat} of the
 * application.
 */
@NullMarked
package ro.parcurs.crm.adapter.mail.calendar;

import org.jspecify.annotations.NullMarked;
