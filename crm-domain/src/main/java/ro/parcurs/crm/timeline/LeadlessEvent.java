package ro.parcurs.crm.timeline;

/** Something that concerns no lead; it stands in the event log only. */
public sealed interface LeadlessEvent extends DomainEvent permits CatalogueEvent, MailEvent {}
