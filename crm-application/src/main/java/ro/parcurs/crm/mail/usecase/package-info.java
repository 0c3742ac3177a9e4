/**
 * What sending by e-mail needs: the message, the outbox in which it waits, the transport that takes
 * it away, and the templates that it begins as.
 */
@NullMarked
package ro.parcurs.crm.mail.usecase;

import org.jspecify.annotations.NullMarked;
