package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.lead.usecase.PersonalDataKeeper;

/** What every {@link PersonalDataKeeper} does. */
public abstract class PersonalDataKeeperContract extends PortContract {

  private final ContactPersonId person = new ContactPersonId(newId());
  private final LeadId lead = aLead();

  protected PersonalDataKeeperContract(Ports ports) {
    super(ports);
  }

  protected abstract PersonalDataKeeper keeper();

  /** Brings about that the area keeps the word, as a thing that concerns the person. */
  protected abstract void keep(LeadId ofLead, ContactPersonId aboutPerson, String word);

  @Test
  void everything_that_is_kept_of_a_person_is_exported() {
    keep(lead, person, "albastru");
    keep(lead, person, "verde");
    assertThat(export(lead, person)).anyMatch(line -> line.contains("albastru"));
    assertThat(export(lead, person)).anyMatch(line -> line.contains("verde"));
  }

  @Test
  void what_is_kept_of_others_is_not() {
    ContactPersonId other = new ContactPersonId(newId());
    LeadId otherLead = aLead();
    keep(lead, person, "albastru");
    keep(lead, other, "verde");
    keep(otherLead, new ContactPersonId(newId()), "galben");
    assertThat(export(lead, person)).noneMatch(line -> line.matches(".*(verde|galben).*"));
    assertThat(export(otherLead, person)).isEmpty();
    assertThat(export(lead, new ContactPersonId(newId()))).isEmpty();
  }

  @Test
  void erasing_erases_everything_of_the_person_and_nothing_of_others() {
    ContactPersonId other = new ContactPersonId(newId());
    keep(lead, person, "albastru");
    keep(lead, other, "verde");
    keep(lead, person, "roșu");
    List<String> ofOther = export(lead, other);
    erase(lead, person);
    assertThat(export(lead, person)).isEmpty();
    assertThat(export(lead, other)).isEqualTo(ofOther);
    erase(lead, person);
    assertThat(export(lead, other)).isEqualTo(ofOther);
  }

  @Test
  void what_was_erased_in_a_unit_of_work_that_failed_is_still_there() {
    keep(lead, person, "albastru");
    List<String> before = export(lead, person);
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      keeper().erase(lead, person);
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");
    assertThat(export(lead, person)).isEqualTo(before).isNotEmpty();
  }

  private List<String> export(LeadId ofLead, ContactPersonId ofPerson) {
    return this.<List<String>>inTransaction(() -> keeper().export(ofLead, ofPerson));
  }

  private void erase(LeadId ofLead, ContactPersonId ofPerson) {
    inTransaction(() -> keeper().erase(ofLead, ofPerson));
  }

  private LeadId aLead() {
    Lead stored = LeadFixture.aLead().build();
    inTransaction(() -> port(Leads.class).add(stored));
    return stored.id();
  }
}
