package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.usecase.ResponsibilityGate;
import ro.parcurs.crm.work.Work;

/** Shows a responsibility, with what is missing for each way of closing it. */
public final class ShowResponsibility {

  public record Query(@NotNull ResponsibilityId responsibility) {}

  private final Work work;
  private final ResponsibilityGate gate;
  private final ResponsibilityViews views;

  @Inject
  public ShowResponsibility(Work work, ResponsibilityGate gate, ResponsibilityViews views) {
    this.work = work;
    this.gate = gate;
    this.views = views;
  }

  /**
   * @throws NotFound when there is no such responsibility
   * @throws NotPermitted when the actor may not see its lead
   */
  public ResponsibilityView handle(Actor actor, Query query) {
    return work.reading(
        query, () -> views.view(gate.open(actor, Permission.SEE_LEAD, query.responsibility())));
  }
}
