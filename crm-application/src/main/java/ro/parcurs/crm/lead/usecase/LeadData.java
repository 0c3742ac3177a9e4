package ro.parcurs.crm.lead.usecase;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.ContactPersons;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.validation.CrossCheck;
import ro.parcurs.crm.validation.ValidCui;

/**
 * A company that may become a client as it is filled in, with its people and sites.
 *
 * @param checkDigitAccepted whether a failing check digit of the fiscal code is accepted knowingly
 * @param owner who is in charge; missing for nobody
 */
@CrossCheck
public record LeadData(
    @NotNull @ValidCui(checkDigit = false) @Nullable String cui,
    boolean checkDigitAccepted,
    @NotNull @Valid CompanyData company,
    @NotNull @Valid NotesData details,
    @Nullable UserId owner,
    @NotNull @Size(max = ContactPersons.MAX) List<@NotNull @Valid PersonData> contactPersons,
    @NotNull @Size(max = Lead.MAX_WORK_POINTS) List<@NotNull @Valid SiteData> workPoints)
    implements CrossCheck.Carrier {

  /** A company without people, sites and an owner. */
  public static LeadData of(@Nullable String cui, CompanyData company, NotesData details) {
    return new LeadData(cui, false, company, details, null, List.of(), List.of());
  }

  @Override
  public void checkFields() {
    AddLead.checkDigit(cui, checkDigitAccepted);
  }
}
