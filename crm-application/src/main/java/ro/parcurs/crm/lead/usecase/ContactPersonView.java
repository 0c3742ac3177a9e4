package ro.parcurs.crm.lead.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.lead.ContactPersonId;

/** A contact person, as shown. */
public record ContactPersonView(
    ContactPersonId id,
    String name,
    Optional<String> role,
    List<PhoneNumber> phones,
    List<EmailAddress> emails,
    boolean primary) {}
