package ro.parcurs.crm.journey.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.pursuit.Meeting;

/**
 * What those who were invited to a meeting know of it.
 *
 * @param state whether they know how it stands; empty once it was held
 * @param next what the user can have them told now; empty when there is nothing
 * @param mails the one queued last first
 */
public record InvitationView(
    Meeting meeting,
    Optional<InvitationState> state,
    Optional<CalendarMethod> next,
    List<SendingView> mails) {

  public InvitationView {
    mails = List.copyOf(mails);
  }
}
