package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.work.Work;

/** Shows all pursuits of a lead and their responsibilities (<i>Comercial</i>). */
public final class ShowCommercial {

  public record Query(@NotNull LeadId lead) {}

  private final Work work;
  private final LeadGate gate;
  private final Pursuits pursuits;
  private final Responsibilities responsibilities;
  private final ResponsibilityViews views;

  @Inject
  public ShowCommercial(
      Work work,
      LeadGate gate,
      Pursuits pursuits,
      Responsibilities responsibilities,
      ResponsibilityViews views) {
    this.work = work;
    this.gate = gate;
    this.pursuits = pursuits;
    this.responsibilities = responsibilities;
    this.views = views;
  }

  /**
   * @throws NotFound when there is no such lead
   * @throws NotPermitted when the actor may not see it
   */
  public CommercialView handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          gate.check(actor, Permission.SEE_LEAD, query.lead());
          List<ResponsibilityView> all =
              responsibilities.ofLead(query.lead()).stream().map(views::view).toList();
          return new CommercialView(
              query.lead(),
              pursuits.ofLead(query.lead()).stream().map(pursuit -> view(pursuit, all)).toList(),
              gate.permits(actor, Permission.PURSUE_LEAD, query.lead()));
        });
  }

  private static PursuitView view(Pursuit pursuit, List<ResponsibilityView> all) {
    return new PursuitView(
        pursuit.id(),
        pursuit.number(),
        pursuit.state(),
        pursuit.reason(),
        pursuit.begun(),
        all.stream()
            .filter(responsibility -> responsibility.pursuit().equals(pursuit.id()))
            .toList());
  }
}
