package ro.parcurs.example.page;

import java.util.regex.Pattern;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.example.demo.DemoMailbox;
import ro.parcurs.example.demo.DemoMailbox.Letter;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.NoSuchPage;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.People;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;
import ro.parcurs.example.web.User;

/**
 * The mailbox that the demo's mail goes to. Agents see what they get the answers to, others see
 * everything.
 */
public final class MailboxPages implements Pages {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final DemoMailbox mailbox;

  public MailboxPages(DemoMailbox mailbox) {
    this.mailbox = mailbox;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/mailbox", this::list)
        .get(
            "/mailbox/{number}",
            request -> Answer.view("mailbox/letter.jte").with("letter", letter(request)))
        .get("/mailbox/{number}/file", this::file)
        .get("/mailbox/{number}/source", this::source);
  }

  private Answer list(Request request) {
    return Answer.view("mailbox/list.jte")
        .with(
            "letters",
            mailbox.letters().stream()
                .filter(letter -> isFor(request.user(), letter.message()))
                .toList());
  }

  private Answer file(Request request) {
    var file = letter(request).message().file();
    return Answer.download(file.name().value(), file.kind().mediaType(), file.bytes());
  }

  /** As it travels: other programs for mail open it. */
  private Answer source(Request request) {
    Letter letter = letter(request);
    return Answer.download(
        letter.number() + ".eml", "message/rfc822", SmtpAdapter.written(letter.message()));
  }

  private Letter letter(Request request) {
    String number = request.part("number");
    if (!NUMBER.matcher(number).matches()) {
      throw new NoSuchPage();
    }
    return mailbox
        .find(Long.parseLong(number))
        .filter(letter -> isFor(request.user(), letter.message()))
        .orElseThrow(NoSuchPage::new);
  }

  private static boolean isFor(User user, MailMessage message) {
    return user.role() != Role.AGENT
        || message.envelope().replyTo().map(Mailbox::address).equals(People.email(user.id()));
  }
}
