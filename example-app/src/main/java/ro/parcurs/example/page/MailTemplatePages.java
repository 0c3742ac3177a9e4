package ro.parcurs.example.page;

import ro.parcurs.crm.journey.usecase.MailUseCases;
import ro.parcurs.crm.mail.MailTemplate;
import ro.parcurs.crm.mail.usecase.MailTemplatesView;
import ro.parcurs.crm.mail.usecase.SaveMailTemplates;
import ro.parcurs.crm.mail.usecase.ShowMailTemplates;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** What mails with offers begin as, in both languages. */
public final class MailTemplatePages implements Pages {

  private static final String AT = "/offers/mail-templates";

  private final MailUseCases mail;

  public MailTemplatePages(MailUseCases mail) {
    this.mail = mail;
  }

  @Override
  public void register(Routes routes) {
    routes.get(AT, this::show).post(AT, this::save);
  }

  private Answer.View show(Request request) {
    MailTemplatesView view = mail.templates(request.actor(), new ShowMailTemplates.Query());
    Form form = request.form().setDefault("seen", view.templates().version().value());
    setDefaults(form, "romanian", view.templates().romanian());
    setDefaults(form, "english", view.templates().english());
    return Answer.view("mail/templates.jte").with("view", view).with("form", form);
  }

  private static void setDefaults(Form form, String language, MailTemplate template) {
    form.setDefault(language + ".subject", template.subject())
        .setDefault(language + ".text", template.text());
  }

  private Answer save(Request request) {
    Form form = request.form();
    return form.submit(
        () ->
            new SaveMailTemplates.Command(
                Seen.in(form), template(form, "romanian"), template(form, "english")),
        command -> {
          mail.saveTemplates(request.caller(), command);
          request.say("mail.templates.saved");
          return Answer.to(AT);
        },
        () -> show(request));
  }

  private static SaveMailTemplates.TemplateData template(Form form, String language) {
    return new SaveMailTemplates.TemplateData(
        form.text(language + ".subject"), form.text(language + ".text"));
  }
}
