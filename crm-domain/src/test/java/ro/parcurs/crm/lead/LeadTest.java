package ro.parcurs.crm.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.company.Address;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;

class LeadTest {

  private static final UserId ANA = new UserId("ana");
  private static final Stamp BY_ANA =
      new Stamp(ANA, "Ana", Instant.parse("2026-11-24T10:00:00.123456Z"));
  private static final Stamp LATER =
      new Stamp(new UserId("ion"), "Ion", Instant.parse("2026-11-25T10:00:00Z"));
  private static final Address DEJ =
      new Address(County.CJ, "Dej", Optional.of("Str. Lungă 1"), Optional.empty());

  @Test
  void a_new_lead_is_inactive_and_knows_nobody() {
    Lead lead = aLead();
    assertThat(lead.state()).isEqualTo(LeadState.INACTIVE);
    assertThat(lead.contactPersons()).isEqualTo(ContactPersons.NOBODY);
    assertThat(lead.workPoints()).isEmpty();
    assertThat(lead.added()).isEqualTo(BY_ANA);
  }

  @ParameterizedTest
  @CsvSource({
    "INACTIVE, ACTIVATE, ACTIVE",
    "INACTIVE, DEACTIVATE,",
    "INACTIVE, CONTRACT,",
    "INACTIVE, REFUSE,",
    "ACTIVE, ACTIVATE,",
    "ACTIVE, DEACTIVATE, INACTIVE",
    "ACTIVE, CONTRACT, CONTRACTED",
    "ACTIVE, REFUSE, REFUSED",
    "CONTRACTED, ACTIVATE, ACTIVE",
    "CONTRACTED, DEACTIVATE,",
    "CONTRACTED, CONTRACT,",
    "CONTRACTED, REFUSE,",
    "REFUSED, ACTIVATE, ACTIVE",
    "REFUSED, DEACTIVATE,",
    "REFUSED, CONTRACT,",
    "REFUSED, REFUSE,"
  })
  void every_cell_of_the_table(LeadState from, LeadMove move, LeadState to) {
    Lead lead = in(from);
    if (to == null) {
      assertThatThrownBy(() -> moved(lead, move))
          .isInstanceOfSatisfying(
              NoSuchTransition.class,
              refusal ->
                  assertThat(refusal.arguments())
                      .containsEntry("from", from)
                      .containsEntry("command", move));
      assertThat(lead.state()).isEqualTo(from);
    } else {
      assertThat(moved(lead, move).state()).isEqualTo(to);
    }
  }

  @Test
  void activating_gives_the_lead_an_owner_and_a_priority() {
    Lead active = aLead().activate(ANA, Priority.URGENT, LATER);
    assertThat(active.owner()).contains(ANA);
    assertThat(active.details().priority()).isEqualTo(Priority.URGENT);
    assertThat(active.changed()).isEqualTo(LATER);
    assertThat(active.added()).isEqualTo(BY_ANA);
  }

  @Test
  void the_fiscal_code_is_never_edited() {
    assertThatThrownBy(
            () ->
                aLead()
                    .edit(
                        CompanyProfile.of(Cui.of("990013"), "Alta", DEJ), LeadDetails.NONE, LATER))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("cui-fixed");
  }

  @Test
  void the_first_person_is_the_primary_one_until_another_becomes_it() {
    Lead lead = aLead().add(person(1), false, LATER);
    assertThat(lead.contactPersons().primary()).contains(person(1).id());

    lead = lead.add(person(2), false, LATER);
    assertThat(lead.contactPersons().primary()).contains(person(1).id());

    lead = lead.edit(person(2), true, LATER);
    assertThat(lead.contactPersons().primary()).contains(person(2).id());

    lead = lead.edit(person(2), false, LATER);
    assertThat(lead.contactPersons().isPrimary(person(2).id())).isTrue();
  }

  @Test
  void when_the_primary_person_leaves_the_first_of_the_others_becomes_it() {
    Lead lead =
        aLead()
            .add(person(1), false, LATER)
            .add(person(2), false, LATER)
            .add(person(3), true, LATER)
            .remove(person(3).id(), LATER);
    assertThat(lead.contactPersons().primary()).contains(person(1).id());
    lead = lead.remove(person(1).id(), LATER).remove(person(2).id(), LATER);
    assertThat(lead.contactPersons()).isEqualTo(ContactPersons.NOBODY);
  }

  @Test
  void there_are_at_most_fifty_persons() {
    Lead full = aLead();
    for (int i = 1; i < ContactPersons.MAX; i++) {
      full = full.add(person(i), false, LATER);
    }
    Lead last = full.add(person(50), false, LATER);
    assertThat(last.contactPersons().all()).hasSize(50);
    assertThatThrownBy(() -> last.add(person(51), false, LATER)).isInstanceOf(TooMany.class);
  }

  @Test
  void there_are_at_most_two_hundred_sites() {
    Lead full = aLead();
    for (int i = 1; i <= Lead.MAX_WORK_POINTS; i++) {
      full = full.add(site(i), LATER);
    }
    Lead last = full;
    assertThatThrownBy(() -> last.add(site(201), LATER)).isInstanceOf(TooMany.class);
  }

  @Test
  void who_is_not_there_cannot_be_changed_or_removed() {
    assertThatThrownBy(() -> aLead().edit(person(1), false, LATER)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> aLead().remove(person(1).id(), LATER)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> aLead().edit(site(1), LATER)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> aLead().remove(site(1).id(), LATER)).isInstanceOf(NotFound.class);
  }

  @Test
  void a_site_has_a_street() {
    Address noStreet = new Address(County.CJ, "Dej", Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> new WorkPoint(site(1).id(), "Depozit", noStreet))
        .hasMessageContaining("street")
        .hasMessageContaining("required");
  }

  static Stream<Lead> leads() {
    return Stream.of(
        aLead(),
        aLead().add(person(1), true, LATER).add(site(1), LATER).add(site(2), LATER),
        aLead().activate(ANA, Priority.LOW, LATER));
  }

  @ParameterizedTest
  @MethodSource("leads")
  void a_lead_is_the_same_when_rebuilt(Lead lead) {
    assertThat(Lead.rebuild(lead.snapshot()).snapshot()).isEqualTo(lead.snapshot());
  }

  @Test
  void tags_are_kept_once_in_lower_case_and_in_order_twenty_at_most() {
    assertThat(withTags(Stream.of("b", "A", " a ")).tags())
        .containsExactly(new Tag("a"), new Tag("b"));
    assertThat(withTags(IntStream.range(0, 20).mapToObj(i -> "t" + i)).tags()).hasSize(20);
    assertThatThrownBy(() -> withTags(IntStream.range(0, 21).mapToObj(i -> "t" + i)))
        .hasMessageContaining("too-many");
  }

  private static LeadDetails withTags(Stream<String> tags) {
    return new LeadDetails(
        Optional.empty(), Optional.empty(), Priority.NORMAL, tags.map(Tag::new).toList());
  }

  private static Lead in(LeadState state) {
    Lead active = aLead().activate(ANA, Priority.NORMAL, BY_ANA);
    return switch (state) {
      case INACTIVE -> aLead();
      case ACTIVE -> active;
      case CONTRACTED -> active.contracted(BY_ANA);
      case REFUSED -> active.refused(BY_ANA);
    };
  }

  private static Lead moved(Lead lead, LeadMove move) {
    return switch (move) {
      case ACTIVATE -> lead.activate(ANA, Priority.NORMAL, LATER);
      case DEACTIVATE -> lead.deactivate(LATER);
      case CONTRACT -> lead.contracted(LATER);
      case REFUSE -> lead.refused(LATER);
    };
  }

  private static Lead aLead() {
    return Lead.add(
        new LeadId(new UUID(0, 1)),
        CompanyProfile.of(Cui.of("99020015"), "Exemplu SRL", DEJ),
        LeadDetails.NONE,
        Optional.empty(),
        BY_ANA);
  }

  private static ContactPerson person(int number) {
    return new ContactPerson(
        new ContactPersonId(new UUID(1, number)),
        "Persoana " + number,
        Optional.empty(),
        List.of(),
        List.of());
  }

  private static WorkPoint site(int number) {
    return new WorkPoint(new WorkPointId(new UUID(2, number)), "Depozit " + number, DEJ);
  }
}
