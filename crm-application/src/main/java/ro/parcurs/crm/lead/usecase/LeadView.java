package ro.parcurs.crm.lead.usecase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.lead.LeadDetails;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.WorkPoint;

/**
 * A lead, as shown to one user.
 *
 * @param checkDigitFails whether the fiscal code was accepted in spite of its check digit
 * @param ownerName the name of the owner today
 * @param contactPersons the primary one first
 * @param registry what the registry last said of the company; empty when it was never asked
 * @param permissions what the user may do with this lead
 */
public record LeadView(
    LeadId id,
    Version version,
    CompanyProfile company,
    boolean checkDigitFails,
    LeadDetails details,
    LeadState state,
    Optional<UserId> owner,
    Optional<String> ownerName,
    List<ContactPersonView> contactPersons,
    List<WorkPoint> workPoints,
    Stamp added,
    Stamp changed,
    Optional<RegistrySnapshot> registry,
    Set<Permission> permissions) {

  /** Whether the user may do it with this lead. */
  public boolean permits(Permission permission) {
    return permissions.contains(permission);
  }
}
