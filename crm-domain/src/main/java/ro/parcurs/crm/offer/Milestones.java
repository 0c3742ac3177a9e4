package ro.parcurs.crm.offer;

import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.change.Stamp;

/**
 * Who brought an offer how far, and when.
 *
 * @param drafted the author
 * @param submitted the last time
 * @param declined the last time, kept until it is submitted again
 * @param delivered sent or handed over, the first time
 * @param ended accepted, refused or superseded
 */
public record Milestones(
    Stamp drafted,
    Optional<Stamp> submitted,
    Optional<Decline> declined,
    Optional<Stamp> approved,
    Optional<Stamp> finalised,
    Optional<Stamp> delivered,
    Optional<Stamp> ended) {

  public Milestones {
    Objects.requireNonNull(drafted, "drafted");
    Objects.requireNonNull(submitted, "submitted");
    Objects.requireNonNull(declined, "declined");
    Objects.requireNonNull(approved, "approved");
    Objects.requireNonNull(finalised, "finalised");
    Objects.requireNonNull(delivered, "delivered");
    Objects.requireNonNull(ended, "ended");
  }

  static Milestones begun(Stamp by) {
    return new Milestones(
        by,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Milestones submitted(Stamp by) {
    return new Milestones(
        drafted, Optional.of(by), Optional.empty(), approved, finalised, delivered, ended);
  }

  Milestones declined(Decline decline) {
    return new Milestones(
        drafted, Optional.empty(), Optional.of(decline), approved, finalised, delivered, ended);
  }

  Milestones approved(Stamp by) {
    return new Milestones(
        drafted, submitted, declined, Optional.of(by), finalised, delivered, ended);
  }

  Milestones finalised(Stamp by) {
    return new Milestones(
        drafted, submitted, declined, approved, Optional.of(by), delivered, ended);
  }

  Milestones delivered(Stamp by) {
    return new Milestones(
        drafted,
        submitted,
        declined,
        approved,
        finalised,
        delivered.or(() -> Optional.of(by)),
        ended);
  }

  Milestones ended(Stamp by) {
    return new Milestones(
        drafted, submitted, declined, approved, finalised, delivered, Optional.of(by));
  }
}
