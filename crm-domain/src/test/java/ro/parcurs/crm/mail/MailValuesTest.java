package ro.parcurs.crm.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.error.InvalidInput;

class MailValuesTest {

  private static final EmailAddress ADDRESS = EmailAddress.of("ana@exemplu.ro");

  @ParameterizedTest
  @ValueSource(
      strings = {"a\r\nBcc: b@c.ro", "a\nb", "a\rb", "a\u0085b", "a\u2028b", "a\u2029b", "a\tb"})
  void a_subject_stands_on_one_line(String subject) {
    assertThat(fault(() -> MailSubject.of(subject))).isEqualTo("subject several-lines");
    assertThat(new Mailbox(subject, ADDRESS).name()).matches("a (Bcc: b@c.ro|b)");
    assertThat(FileName.of(subject).value()).matches("a (Bcc- b@c.ro|b)");
    assertThat(fault(() -> new FileName(subject))).isEqualTo("fileName several-lines");
  }

  @Property(tries = 500)
  void no_name_ends_its_line(@ForAll String name) {
    Mailbox mailbox = new Mailbox(name, ADDRESS);
    assertThat(mailbox.name().codePoints().noneMatch(Lines::isControl)).isTrue();
    assertThat(mailbox.name().length()).isLessThanOrEqualTo(Mailbox.MAX_NAME);
  }

  @Test
  void a_file_name_is_no_path() {
    assertThat(FileName.of("Ofertă OF-2026-00042/2.pdf")).hasToString("Ofertă OF-2026-00042-2.pdf");
    assertThat(fault(() -> new FileName("../x.pdf"))).isEqualTo("fileName format");
    assertThat(fault(() -> new FileName("a:b"))).isEqualTo("fileName format");
  }

  @Test
  void a_file_name_fits_into_a_line_of_mail_however_it_is_written() {
    assertThat(new FileName("ț".repeat(150)).value()).hasSize(150);
    assertThat(new FileName("語".repeat(100)).value()).hasSize(100);
    assertThat(fault(() -> new FileName("語".repeat(101)))).isEqualTo("fileName too-long");
    assertThat(fault(() -> new FileName("ț".repeat(151)))).isEqualTo("fileName too-long");
  }

  @Test
  void a_message_is_known_by_its_sending_at_the_sender_s_domain() {
    SendingId id = new SendingId(new UUID(1, 2));
    assertThat(MessageId.of(id, ADDRESS)).hasToString(id + "@exemplu.ro");
    assertThatThrownBy(() -> new MessageId("a@b>\r\nX: y")).isInstanceOf(InvalidInput.class);
  }

  @Test
  void a_template_is_filled_in_whatever_the_values_hold() {
    MailTemplate template = new MailTemplate("{client}: {number}", "{sender}\n{total} {client}");
    assertThat(template.textWith(word -> "$1 {" + word.word() + "}\\"))
        .isEqualTo("$1 {sender}\\\n$1 {total}\\ $1 {client}\\");
    assertThat(template.subjectWith(word -> "a\r\nb")).hasToString("a b: a b");
    assertThat(template.subjectWith(word -> "x".repeat(300)).value())
        .hasSize(MailSubject.MAX_LENGTH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{client", "client}", "{{client}}", "}{"})
  void a_brace_holds_a_word(String text) {
    assertThat(fault(() -> new MailTemplate("a", text))).isEqualTo("text stray-brace");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{Client}", "{}", "{ client }", "{iban}"})
  void a_word_is_known(String text) {
    assertThat(fault(() -> new MailTemplate("a", text))).isEqualTo("text unknown-placeholder");
  }

  private static String fault(Runnable action) {
    InvalidInput fault = catchThrowableOfType(InvalidInput.class, action::run);
    return fault.violations().get(0).field() + " " + fault.violations().get(0).code();
  }
}
