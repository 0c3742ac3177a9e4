/**
 * Takes messages away over SMTP; adapts the port {@code MailTransport} of the application (spec
 * section 7, Sending).
 */
@NullMarked
package ro.parcurs.crm.adapter.mail.smtp;

import org.jspecify.annotations.NullMarked;
