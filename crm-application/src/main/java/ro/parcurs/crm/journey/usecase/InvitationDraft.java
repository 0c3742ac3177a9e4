package ro.parcurs.crm.journey.usecase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.MailSubject;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.usecase.Addressee;
import ro.parcurs.crm.pursuit.Meeting;

/**
 * What a mail about a meeting begins as, for whoever completes it.
 *
 * @param seen the version of the responsibility with which the meeting stands so
 * @param method what calendars are to do
 * @param to the contact persons who have an address
 * @param suggested whom it goes to unless somebody thinks otherwise: who takes part, or who expects
 *     a meeting that was cancelled
 * @param organizer who gets the answers, and a copy if that is wanted
 */
public record InvitationDraft(
    Meeting meeting,
    Version seen,
    CalendarMethod method,
    MailSubject subject,
    String text,
    List<Addressee> to,
    Set<ContactPersonId> suggested,
    Optional<Mailbox> organizer) {

  public InvitationDraft {
    to = List.copyOf(to);
    suggested = Set.copyOf(suggested);
  }
}
