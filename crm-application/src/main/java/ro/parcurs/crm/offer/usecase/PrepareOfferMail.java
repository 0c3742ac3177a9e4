package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.Map;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.mail.MailTemplate;
import ro.parcurs.crm.mail.TemplateWord;
import ro.parcurs.crm.mail.usecase.Addresses;
import ro.parcurs.crm.mail.usecase.MailTemplates;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.work.Work;

/** Fills the template of the language in, for somebody who is about to send an offer. */
public final class PrepareOfferMail {

  /**
   * @param language Romanian for all but English
   */
  public record Query(@NotNull OfferId offer, @NotNull Locale language) {}

  private final Work work;
  private final OfferGate gate;
  private final Leads leads;
  private final Addresses addresses;
  private final MailTemplates templates;
  private final Wording wording;

  @Inject
  public PrepareOfferMail(
      Work work,
      OfferGate gate,
      Leads leads,
      Addresses addresses,
      MailTemplates templates,
      Wording wording) {
    this.work = work;
    this.gate = gate;
    this.leads = leads;
    this.addresses = addresses;
    this.templates = templates;
    this.wording = wording;
  }

  /**
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not see its lead
   */
  public OfferMailDraft handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          Offer offer = gate.open(actor, query.offer());
          Lead lead = leads.get(offer.lead());
          MailTemplate template = templates.current().in(query.language());
          return new OfferMailDraft(
              template.subjectWith(word -> value(word, actor, offer, lead, query.language())),
              template.textWith(word -> value(word, actor, offer, lead, query.language())),
              addresses.all(lead),
              addresses.ofOwner(lead));
        });
  }

  private String value(TemplateWord word, Actor actor, Offer offer, Lead lead, Locale language) {
    return switch (word) {
      case NUMBER -> offer.number().toString();
      case CLIENT -> lead.company().name();
      case VALID_UNTIL -> said(offer.content().validUntil(), language);
      case TOTAL -> said(offer.figures().totals().gross(), language);
      case SENDER -> actor.name();
    };
  }

  private String said(Object value, Locale language) {
    return wording.text("mail.value", Map.of("value", value), language);
  }
}
