package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.mail.MailTemplate;
import ro.parcurs.crm.mail.usecase.MailTemplates;
import ro.parcurs.crm.mail.usecase.MailTemplates.Edition;

/** What every {@link MailTemplates} does. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class MailTemplatesContract extends PortContract {

  protected MailTemplatesContract(Ports ports) {
    super(ports);
  }

  @Test
  @Order(1)
  void it_begins_with_what_the_product_came_with() {
    assertThat(templates().current()).isEqualTo(Edition.FIRST);
  }

  @Test
  @Order(2)
  void what_is_saved_is_read_back_whole() {
    Edition before = templates().current();
    Edition after = changed(before, "Oferta {number}", PursuitFixture.BY_ANA);
    inTransaction(() -> templates().save(after));
    assertThat(templates().current()).isEqualTo(stored(after));
    Edition again = changed(templates().current(), "Ofertă", PursuitFixture.BY_ION);
    inTransaction(() -> templates().save(again));
    assertThat(templates().current()).isEqualTo(stored(again));
  }

  @Test
  @Order(3)
  void what_changed_since_it_was_read_is_not_overwritten() {
    Edition mine = templates().current();
    inTransaction(() -> templates().save(changed(mine, "a lui Ion", PursuitFixture.BY_ION)));
    Edition stored = templates().current();
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> templates().save(changed(mine, "a Anei", PursuitFixture.BY_ANA))))
        .isInstanceOfSatisfying(
            ConcurrentChange.class,
            error -> assertThat(error.winner()).isEqualTo(PursuitFixture.BY_ION));
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> templates().save(changed(Edition.FIRST, "prima", PursuitFixture.BY_ANA))))
        .isInstanceOf(ConcurrentChange.class);
    assertThat(templates().current()).isEqualTo(stored);
  }

  @Test
  @Order(4)
  void what_a_failed_unit_of_work_wrote_is_not_there() {
    Edition stored = templates().current();
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      templates().save(changed(stored, "pierdută", PursuitFixture.BY_ANA));
                      throw new IllegalStateException("not kept");
                    }))
        .hasMessage("not kept");
    assertThat(templates().current()).isEqualTo(stored);
  }

  private MailTemplates templates() {
    return port(MailTemplates.class);
  }

  private static Edition changed(Edition edition, String subject, Stamp by) {
    return new Edition(
        new MailTemplate(subject, "Bună ziua,\n\n{total} – „ăâîșț”"),
        new MailTemplate("Offer {number}", "Hello,\n\n" + subject),
        Optional.of(by),
        edition.version());
  }

  private static Edition stored(Edition edition) {
    return new Edition(
        edition.romanian(), edition.english(), edition.changed(), edition.version().next());
  }
}
