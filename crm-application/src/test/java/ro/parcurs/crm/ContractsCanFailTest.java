package ro.parcurs.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.access.LeadAccess;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.usecase.Delivery;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailTransport;
import ro.parcurs.crm.offer.usecase.OfferDocuments;
import ro.parcurs.crm.offer.usecase.OfferView;
import ro.parcurs.crm.testkit.AccessPolicyContract;
import ro.parcurs.crm.testkit.IdsContract;
import ro.parcurs.crm.testkit.InMemoryOfferDocuments;
import ro.parcurs.crm.testkit.InMemoryUsers;
import ro.parcurs.crm.testkit.MailFixture;
import ro.parcurs.crm.testkit.MailTransportContract;
import ro.parcurs.crm.testkit.OfferDocumentsContract;
import ro.parcurs.crm.testkit.Ports;
import ro.parcurs.crm.testkit.UsersContract;
import ro.parcurs.crm.work.Ids;

/** Contracts of ports that are not stores catch the adapters that break them. */
class ContractsCanFailTest {

  @Test
  void a_policy_whose_lists_show_more_than_may_be_opened_is_caught() {
    assertThat(failuresOf(PolicyThatShowsEverything.class))
        .containsExactly("lists_are_made_of_exactly_the_leads_that_may_be_opened()");
  }

  @Test
  void a_mail_server_that_has_it_before_its_end_is_caught() {
    assertThat(failuresOf(HastyTransport.class))
        .containsExactly("before_its_end_nothing_has_arrived_and_who_was_told_stops_it()");
  }

  @Test
  void a_document_that_tells_the_margin_knows_one_language_and_changes_with_time_is_caught() {
    assertThat(failuresOf(TalkativeDocuments.class))
        .containsExactlyInAnyOrder(
            "what_the_offer_costs_the_seller_and_leaves_him_is_in_no_document()",
            "amounts_and_words_are_those_of_the_language()",
            "a_language_that_is_neither_is_answered_in_romanian()",
            "what_was_never_finalised_is_marked_as_a_draft()",
            "the_same_offer_makes_the_same_bytes_and_another_makes_others()");
  }

  @Test
  void ids_that_repeat_or_go_backwards_are_caught() {
    assertThat(failuresOf(RandomIds.class))
        .containsExactly("what_is_given_later_sorts_later_as_the_database_sorts()");
    assertThat(failuresOf(OneId.class))
        .containsExactly("no_identity_is_given_twice_whoever_asks_at_the_same_moment()");
  }

  @Test
  void users_in_no_order_are_caught() {
    assertThat(failuresOf(UsersAsTheyCome.class))
        .containsExactly(
            "those_who_can_be_put_in_charge_are_listed_once_by_name_whatever_its_diacritics()");
  }

  private static Set<String> failuresOf(Class<?> test) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(test))
                .filters(includeEngines("junit-jupiter"))
                .build(),
            listener);
    return listener.getSummary().getFailures().stream()
        .map(failure -> failure.getTestIdentifier().getDisplayName())
        .collect(Collectors.toSet());
  }

  static final class PolicyThatShowsEverything extends AccessPolicyContract {

    PolicyThatShowsEverything() {
      super(
          Ports.only(
              AccessPolicy.class,
              new AccessPolicy() {
                private final AccessPolicy usual = new DefaultAccessPolicy();

                @Override
                public boolean permits(Actor actor, Permission permission) {
                  return usual.permits(actor, permission);
                }

                @Override
                public boolean permits(Actor actor, Permission permission, LeadAccess lead) {
                  return usual.permits(actor, permission, lead);
                }

                @Override
                public LeadScope scope(Actor actor) {
                  return LeadScope.ALL;
                }
              }));
    }
  }

  static final class HastyTransport extends MailTransportContract {

    private static final List<MailMessage> TAKEN = new ArrayList<>();

    HastyTransport() {
      super(
          Ports.only(
              MailTransport.class,
              new MailTransport() {
                @Override
                public Mailbox sender() {
                  return MailFixture.SENDER;
                }

                @Override
                public long maxBytes() {
                  return 1;
                }

                @Override
                public Delivery deliver(MailMessage message, Runnable beforeItsEnd) {
                  TAKEN.add(message);
                  beforeItsEnd.run();
                  return new Delivery.Accepted("250 OK");
                }
              }));
    }

    @Override
    protected List<Arrived> arrived(MailMessage message) {
      return TAKEN.stream()
          .filter(one -> one.id().equals(message.id()))
          .map(Arrived::whole)
          .toList();
    }
  }

  static final class TalkativeDocuments extends OfferDocumentsContract {

    private static final OfferDocuments PLAIN = new InMemoryOfferDocuments();

    TalkativeDocuments() {
      super(
          Ports.only(
              OfferDocuments.class,
              new OfferDocuments() {
                @Override
                public byte[] pdf(OfferView offer, CompanyProfile client, Locale language) {
                  String said =
                      new String(
                          PLAIN.pdf(offer, client, Locale.forLanguageTag("ro")),
                          StandardCharsets.UTF_8);
                  return (said.replace("CIORNĂ", "")
                          + "\n"
                          + offer.margin().orElseThrow().cost().amount()
                          + "\n"
                          + System.nanoTime())
                      .getBytes(StandardCharsets.UTF_8);
                }
              }));
    }

    @Override
    protected String textOfPdf(byte[] document, Locale language) {
      return new String(document, StandardCharsets.UTF_8);
    }

    @Override
    protected List<String> seller() {
      return InMemoryOfferDocuments.SELLER;
    }
  }

  static final class RandomIds extends IdsContract {
    RandomIds() {
      super(Ports.only(Ids.class, UUID::randomUUID));
    }
  }

  static final class OneId extends IdsContract {
    OneId() {
      super(Ports.only(Ids.class, () -> new UUID(1, 1)));
    }
  }

  static final class UsersAsTheyCome extends UsersContract {

    private static final List<Actor> USERS = List.of(InMemoryUsers.ION, InMemoryUsers.ANA);

    UsersAsTheyCome() {
      super(
          Ports.only(
              Users.class,
              new Users() {
                @Override
                public Optional<Actor> find(UserId id) {
                  return USERS.stream().filter(user -> user.id().equals(id)).findFirst();
                }

                @Override
                public List<Actor> list() {
                  return USERS;
                }
              }));
    }

    @Override
    protected List<Actor> known() {
      return USERS;
    }
  }
}
