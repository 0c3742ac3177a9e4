package ro.parcurs.crm.mail.usecase;

import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.mail.Mailbox;

/**
 * Somebody to whom a mail may go.
 *
 * @param primary whether it is the company's primary contact
 */
public record Addressee(ContactPersonId person, Mailbox mailbox, boolean primary) {}
