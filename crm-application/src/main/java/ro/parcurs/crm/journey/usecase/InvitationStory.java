package ro.parcurs.crm.journey.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.InvitationOutdated;
import ro.parcurs.crm.mail.Matter;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.Trouble;
import ro.parcurs.crm.pursuit.Meeting;
import ro.parcurs.crm.pursuit.MeetingState;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.timeline.InvitationChanged.InvitationConfirmed;
import ro.parcurs.crm.timeline.InvitationChanged.InvitationDelayed;
import ro.parcurs.crm.timeline.InvitationChanged.InvitationDropped;
import ro.parcurs.crm.timeline.InvitationChanged.InvitationFailed;
import ro.parcurs.crm.timeline.InvitationChanged.InvitationPerhapsSent;
import ro.parcurs.crm.timeline.InvitationChanged.InvitationSent;
import ro.parcurs.crm.timeline.InvitationChanged.InvitationSentAgain;
import ro.parcurs.crm.timeline.LeadEvent;

/** The story of a mail that tells how a meeting stands. */
final class InvitationStory implements MailStory {

  private final Matter.OfMeeting matter;
  private final Responsibilities responsibilities;
  private final Clock clock;

  InvitationStory(Matter.OfMeeting matter, Responsibilities responsibilities, Clock clock) {
    this.matter = matter;
    this.responsibilities = responsibilities;
    this.clock = clock;
  }

  /** An invitation says how the meeting stands; that it was struck out stays true. */
  @Override
  public void requireSendable(Sending sending) {
    if (matter.method() == CalendarMethod.REQUEST && !stands()) {
      throw new InvitationOutdated();
    }
  }

  private boolean stands() {
    Responsibility responsibility = responsibilities.get(matter.responsibility());
    Meeting meeting = responsibility.progress().meeting(matter.meeting());
    return meeting.state() == MeetingState.PLANNED
        && matter.equals(Matter.OfMeeting.standing(responsibility, meeting.id()))
        && !meeting.isOver(clock.instant());
  }

  /** Nothing follows from it: who comes is seen when the meeting is held. */
  @Override
  public void arrived(Sending sending, Stamp by) {}

  @Override
  public LeadEvent sent(Sending sending) {
    return new InvitationSent(
        matter.meeting(),
        matter.at(),
        matter.method(),
        sending.id(),
        sending.messageId(),
        sending.attempts());
  }

  @Override
  public LeadEvent delayed(Sending sending, Trouble trouble, Optional<Integer> code, Instant next) {
    return new InvitationDelayed(
        matter.meeting(),
        matter.at(),
        matter.method(),
        sending.id(),
        sending.attempts(),
        trouble,
        code,
        next);
  }

  @Override
  public LeadEvent failed(Sending sending, Trouble trouble, Optional<Integer> code) {
    return new InvitationFailed(
        matter.meeting(),
        matter.at(),
        matter.method(),
        sending.id(),
        sending.attempts(),
        trouble,
        code);
  }

  @Override
  public LeadEvent perhapsSent(Sending sending, Trouble trouble) {
    return new InvitationPerhapsSent(
        matter.meeting(), matter.at(), matter.method(), sending.id(), sending.attempts(), trouble);
  }

  @Override
  public LeadEvent confirmed(Sending sending) {
    return new InvitationConfirmed(matter.meeting(), matter.at(), matter.method(), sending.id());
  }

  @Override
  public LeadEvent sentAgain(Sending sending) {
    return new InvitationSentAgain(matter.meeting(), matter.at(), matter.method(), sending.id());
  }

  @Override
  public LeadEvent dropped(Sending sending) {
    return new InvitationDropped(matter.meeting(), matter.at(), matter.method(), sending.id());
  }
}
