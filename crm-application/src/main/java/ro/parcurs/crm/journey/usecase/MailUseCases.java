package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import java.util.List;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.mail.usecase.MailTemplatesView;
import ro.parcurs.crm.mail.usecase.SaveMailTemplates;
import ro.parcurs.crm.mail.usecase.ShowMailTemplates;
import ro.parcurs.crm.work.Caller;

/** Inviting to meetings, what became of mails, and what they begin as. Thread-safe. */
public final class MailUseCases {

  private final DeliverMail deliver;
  private final ListSendings list;
  private final SettleSending settle;
  private final PrepareInvitation prepareInvitation;
  private final SendInvitation invite;
  private final ListInvitations invitations;
  private final ShowMailTemplates templates;
  private final SaveMailTemplates saveTemplates;

  @Inject
  public MailUseCases(
      DeliverMail deliver,
      ListSendings list,
      SettleSending settle,
      PrepareInvitation prepareInvitation,
      SendInvitation invite,
      ListInvitations invitations,
      ShowMailTemplates templates,
      SaveMailTemplates saveTemplates) {
    this.deliver = deliver;
    this.list = list;
    this.settle = settle;
    this.prepareInvitation = prepareInvitation;
    this.invite = invite;
    this.invitations = invitations;
    this.templates = templates;
    this.saveTemplates = saveTemplates;
  }

  /**
   * @see DeliverMail
   */
  public DeliverMail.Result deliver() {
    return deliver.handle();
  }

  /**
   * @see ListSendings
   */
  public List<SendingView> list(Actor actor, ListSendings.Query query) {
    return list.handle(actor, query);
  }

  /**
   * @see SettleSending
   */
  public SettleSending.Result settle(Caller caller, SettleSending.Command command) {
    return settle.handle(caller, command);
  }

  /**
   * @see PrepareInvitation
   */
  public InvitationDraft prepareInvitation(Actor actor, PrepareInvitation.Query query) {
    return prepareInvitation.handle(actor, query);
  }

  /**
   * @see SendInvitation
   */
  public SendInvitation.Result invite(Caller caller, SendInvitation.Command command) {
    return invite.handle(caller, command);
  }

  /**
   * @see ListInvitations
   */
  public List<InvitationView> invitations(Actor actor, ListInvitations.Query query) {
    return invitations.handle(actor, query);
  }

  /**
   * @see ShowMailTemplates
   */
  public MailTemplatesView templates(Actor actor, ShowMailTemplates.Query query) {
    return templates.handle(actor, query);
  }

  /**
   * @see SaveMailTemplates
   */
  public SaveMailTemplates.Result saveTemplates(Caller caller, SaveMailTemplates.Command command) {
    return saveTemplates.handle(caller, command);
  }
}
