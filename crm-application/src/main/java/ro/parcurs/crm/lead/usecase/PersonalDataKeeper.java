package ro.parcurs.crm.lead.usecase;

import java.util.List;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;

/**
 * Whatever keeps a contact person's data outside the lead: each area that does binds one more. Both
 * methods are called inside a unit of work.
 */
public interface PersonalDataKeeper {

  /** What is kept of the person here, a line each, in the words of the field that keeps it. */
  List<String> export(LeadId lead, ContactPersonId person);

  /** Erases it all. */
  void erase(LeadId lead, ContactPersonId person);
}
