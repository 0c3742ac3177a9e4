package ro.parcurs.crm.timeline;

/** Something that happened to a lead, and so stands on its timeline. */
public sealed interface LeadEvent extends DomainEvent
    permits LeadChanged,
        PursuitChanged,
        InvitationChanged,
        SheetChanged,
        OfferChanged,
        ContractChanged,
        FinanceChanged {}
