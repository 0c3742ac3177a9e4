package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.mail.FileName;
import ro.parcurs.crm.mail.MailSubject;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.pursuit.Meeting;
import ro.parcurs.crm.spreadsheet.Wording;

/** What a mail about a meeting begins as, in its language. Thread-safe. */
public final class InvitationWords {

  /** What the mail is to say. */
  enum Occasion {
    /** The meeting is to take place. */
    INVITED,
    /** It takes place otherwise than was said before. */
    MOVED,
    /** It doesn't take place, or not with whom it was to. */
    CANCELLED
  }

  private final Wording wording;

  @Inject
  public InvitationWords(Wording wording) {
    this.wording = wording;
  }

  /** What calendars call the meeting. */
  String title(Mailbox seller, Lead lead, Locale language) {
    return MailSubject.cut(
            wording.text(
                "invitation.title",
                Map.of("seller", name(seller), "client", lead.company().name()),
                language))
        .value();
  }

  MailSubject subject(Occasion occasion, Mailbox seller, Lead lead, Locale language) {
    return MailSubject.cut(
        wording.text(
            "invitation.subject." + occasion,
            Map.of("title", title(seller, lead, language)),
            language));
  }

  String text(Occasion occasion, Meeting meeting, Actor sender, Locale language) {
    Instant at = meeting.at();
    return wording.text(
        "invitation.text." + occasion,
        Map.of("at", at, "place", meeting.place(), "sender", sender.name()),
        language);
  }

  FileName fileName(Locale language) {
    return FileName.of(wording.text("invitation.file-name", Map.of(), language));
  }

  private static String name(Mailbox mailbox) {
    return mailbox.name().isEmpty() ? mailbox.address().value() : mailbox.name();
  }
}
