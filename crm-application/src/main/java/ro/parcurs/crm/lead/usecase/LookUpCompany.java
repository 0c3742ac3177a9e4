package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.crm.validation.ValidCui;

/**
 * Asks the registry what a company is (<i>Preia</i>). Nothing is stored, and whatever happens there
 * is an answer, never a failure: a lead doesn't wait for the registry.
 */
public final class LookUpCompany {

  /**
   * @param checkDigitAccepted whether to ask even for a code whose check digit fails
   */
  public record Query(
      @NotNull @ValidCui(checkDigit = false) @Nullable String cui, boolean checkDigitAccepted) {}

  private final CommandValidator validator;
  private final AccessPolicy policy;
  private final CompanyRegistry registry;

  @Inject
  public LookUpCompany(CommandValidator validator, AccessPolicy policy, CompanyRegistry registry) {
    this.validator = validator;
    this.policy = policy;
    this.registry = registry;
  }

  /**
   * @throws InvalidInput when the text is no fiscal code
   * @throws NotPermitted when the actor may not add leads
   */
  public RegistryAnswer handle(Actor actor, Query query) {
    validator.check(query);
    policy.check(actor, Permission.ADD_LEAD);
    Cui cui = Cui.unchecked(Objects.requireNonNull(query.cui()));
    if (!query.checkDigitAccepted() && !cui.hasValidCheckDigit()) {
      return new RegistryAnswer.InvalidCode();
    }
    return registry.lookUp(cui);
  }
}
