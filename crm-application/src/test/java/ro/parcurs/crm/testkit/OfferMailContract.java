package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.usecase.OfferMail;
import ro.parcurs.crm.offer.usecase.OfferMessage;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * What every {@link OfferMail} does, as far as its part in the unit of work goes. How messages
 * leave is the adapter's own.
 */
public abstract class OfferMailContract extends PortContract {

  private static final EmailAddress ANA = EmailAddress.of("ana@exemplu.ro");
  private static final EmailAddress STEFAN = EmailAddress.of("stefan@exemplu.ro");

  private final OfferId offer = anOffer();

  protected OfferMailContract(Ports ports) {
    super(ports);
  }

  /** The messages with the offer that were queued, in that order, whatever became of them. */
  protected abstract List<OfferMessage> queued(OfferId ofOffer);

  @Test
  void a_message_is_kept_whole() {
    OfferMessage shortest = new OfferMessage(offer, List.of(ANA), "S", "T");
    OfferMessage longest =
        new OfferMessage(
            offer,
            List.of(STEFAN, ANA),
            "„Oferta” & ".repeat(20).substring(0, OfferMessage.MAX_SUBJECT_LENGTH),
            "Bună ziua,\n\n– șțăâî\n".repeat(1000).substring(0, OfferMessage.MAX_TEXT_LENGTH));
    queue(shortest);
    queue(longest);
    assertThat(queued(offer)).containsExactly(shortest, longest);
  }

  @Test
  void messages_stand_in_the_order_in_which_they_were_queued_each_with_its_own_offer() {
    OfferId other = anOffer();
    inTransaction(
        () -> {
          mail().queue(message(offer, "b"));
          mail().queue(message(other, "x"));
          mail().queue(message(offer, "a"));
        });
    queue(message(offer, "c"));
    assertThat(queued(offer)).extracting(OfferMessage::subject).containsExactly("b", "a", "c");
    assertThat(queued(other)).containsExactly(message(other, "x"));
  }

  @Test
  void a_message_that_is_queued_again_is_another_message() {
    queue(message(offer, "a"));
    queue(message(offer, "a"));
    assertThat(queued(offer)).containsExactly(message(offer, "a"), message(offer, "a"));
  }

  @Test
  void a_message_of_a_unit_of_work_that_failed_is_forgotten() {
    queue(message(offer, "before"));
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      mail().queue(message(offer, "lost"));
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");
    queue(message(offer, "after"));
    assertThat(queued(offer)).extracting(OfferMessage::subject).containsExactly("before", "after");
  }

  @Test
  void nothing_is_queued_outside_a_unit_of_work() {
    assertThatThrownBy(() -> mail().queue(message(offer, "a")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("outside a unit of work");
    assertThatThrownBy(
            () ->
                port(UnitOfWork.class)
                    .<Boolean>reading(
                        () -> {
                          mail().queue(message(offer, "a"));
                          return true;
                        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(queued(offer)).isEmpty();
  }

  private static OfferMessage message(OfferId offer, String subject) {
    return new OfferMessage(offer, List.of(ANA), subject, "Bună ziua");
  }

  private OfferMail mail() {
    return port(OfferMail.class);
  }

  private void queue(OfferMessage message) {
    inTransaction(() -> mail().queue(message));
  }

  /** An offer that is stored, since an adapter may insist on it. */
  private OfferId anOffer() {
    Lead lead = LeadFixture.aLead().build();
    Pursuit pursuit = PursuitFixture.aPursuit(lead.id());
    Offer stored = OfferFixture.finalised(OfferFixture.aDraft(pursuit));
    inTransaction(
        () -> {
          port(Leads.class).add(lead);
          port(Pursuits.class).add(pursuit);
          port(Offers.class).add(stored);
        });
    return stored.id();
  }
}
