package ro.parcurs.crm.journey.usecase;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.Matter;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.SendingState;
import ro.parcurs.crm.mail.usecase.Envelope;
import ro.parcurs.crm.mail.usecase.Outbox;

/** What was told of a meeting so far, and to whom; what nobody has got doesn't count. */
final class InvitationsSoFar {

  private record Told(Matter.OfMeeting matter, Set<ContactPersonId> persons) {}

  private final List<Told> told;

  private InvitationsSoFar(List<Told> told) {
    this.told = told;
  }

  /** What was told of the meeting that the matter is about. */
  static InvitationsSoFar of(Matter.OfMeeting matter, Outbox outbox) {
    return in(outbox.ofResponsibility(matter.responsibility()), matter, outbox);
  }

  /**
   * What was told of the meeting that the matter is about.
   *
   * @param sendings about meetings of its responsibility, the one queued last first
   */
  static InvitationsSoFar in(List<Sending> sendings, Matter.OfMeeting matter, Outbox outbox) {
    List<Told> told = new ArrayList<>();
    for (Sending sending : sendings) {
      if (sending.state() != SendingState.FAILED
          && sending.matter() instanceof Matter.OfMeeting one
          && one.meeting().equals(matter.meeting())) {
        told.add(0, new Told(one, personsOf(sending, outbox)));
      }
    }
    return new InvitationsSoFar(told);
  }

  private static Set<ContactPersonId> personsOf(Sending sending, Outbox outbox) {
    return outbox.findEnvelope(sending.id()).stream()
        .flatMap(envelope -> envelope.to().stream())
        .map(Envelope.Recipient::person)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether anybody was ever invited. */
  boolean isAnybodyInvited() {
    return told.stream().anyMatch(one -> one.matter().method() == CalendarMethod.REQUEST);
  }

  /** Who expects the meeting to take place, as far as is still known. */
  Set<ContactPersonId> expecting() {
    Set<ContactPersonId> persons = new LinkedHashSet<>();
    for (Told one : told) {
      if (one.matter().method() == CalendarMethod.REQUEST) {
        persons.addAll(one.persons());
      } else {
        persons.removeAll(one.persons());
      }
    }
    return persons;
  }

  /** Whether they know that the meeting stands so. */
  InvitationState state(Matter.OfMeeting standing) {
    if (!isAnybodyInvited()) {
      return InvitationState.NONE;
    }
    return told.stream().anyMatch(one -> one.matter().equals(standing))
        ? InvitationState.CURRENT
        : InvitationState.OUTDATED;
  }
}
