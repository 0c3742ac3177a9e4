package ro.parcurs.crm.pursuit.usecase;

import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;

/** A responsibility as it was left by a command, for the next one. */
public record ResponsibilityRef(ResponsibilityId id, Version version) {

  /** The responsibility as it is once this copy of it is saved. */
  public static ResponsibilityRef saved(Responsibility responsibility) {
    return new ResponsibilityRef(responsibility.id(), responsibility.version().next());
  }
}
