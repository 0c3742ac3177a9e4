package ro.parcurs.crm.pursuit.usecase;

import jakarta.inject.Inject;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.timeline.PursuitChanged;
import ro.parcurs.crm.work.Journal;

/** What all work on an open responsibility has in common: read, change, keep, tell. */
public final class ResponsibilityEdit {

  /** The change itself. */
  @FunctionalInterface
  interface Change {
    Responsibility of(Responsibility before, Stamp by);
  }

  /** What the timeline says of it. */
  @FunctionalInterface
  interface Story {
    PursuitChanged of(Responsibility before, Responsibility after);
  }

  private final ResponsibilityGate gate;
  private final Responsibilities responsibilities;
  private final Journal journal;

  @Inject
  public ResponsibilityEdit(
      ResponsibilityGate gate, Responsibilities responsibilities, Journal journal) {
    this.gate = gate;
    this.responsibilities = responsibilities;
    this.journal = journal;
  }

  /** Changes what the author has seen. */
  ResponsibilityRef edit(
      Actor actor, ResponsibilityId id, Version seen, Change change, Story story) {
    return change(actor, gate.lock(actor, Permission.PURSUE_LEAD, id, seen), change, story);
  }

  /** Adds to it, whatever its author has seen. */
  ResponsibilityRef extend(Actor actor, ResponsibilityId id, Change change, Story story) {
    return change(actor, gate.lock(actor, Permission.PURSUE_LEAD, id), change, story);
  }

  private ResponsibilityRef change(Actor actor, Responsibility before, Change change, Story story) {
    Stamp by = journal.stamp(actor);
    Responsibility after = change.of(before, by);
    responsibilities.save(after);
    journal.write(by, after.lead(), after.pursuit(), story.of(before, after));
    return ResponsibilityRef.saved(after);
  }
}
