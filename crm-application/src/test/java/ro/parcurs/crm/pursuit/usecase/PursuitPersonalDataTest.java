package ro.parcurs.crm.pursuit.usecase;

import static ro.parcurs.crm.testkit.PursuitFixture.BY_ANA;
import static ro.parcurs.crm.testkit.PursuitFixture.NOON;
import static ro.parcurs.crm.testkit.PursuitFixture.aPursuit;
import static ro.parcurs.crm.testkit.PursuitFixture.anOpen;

import java.util.Optional;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.PersonalDataKeeper;
import ro.parcurs.crm.pursuit.ContactAttempt;
import ro.parcurs.crm.pursuit.ContactMeans;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.PersonalDataKeeperContract;

class PursuitPersonalDataTest extends PersonalDataKeeperContract {

  PursuitPersonalDataTest() {
    super(new InMemoryPorts());
  }

  @Override
  protected PersonalDataKeeper keeper() {
    return new PursuitPersonalData(responsibilities());
  }

  @Override
  protected void keep(LeadId ofLead, ContactPersonId aboutPerson, String word) {
    inTransaction(
        () -> {
          if (responsibilities().findOpen(ofLead).isEmpty()) {
            Pursuit pursuit = aPursuit(ofLead);
            port(Pursuits.class).add(pursuit);
            responsibilities().add(anOpen(Step.PROSPECT_CONTACT, pursuit));
          }
          responsibilities()
              .save(
                  responsibilities()
                      .findOpen(ofLead)
                      .orElseThrow()
                      .record(
                          new ContactAttempt(
                              ContactMeans.PHONE,
                              NOON,
                              Optional.of(aboutPerson),
                              Optional.of(word),
                              BY_ANA)));
        });
  }

  private Responsibilities responsibilities() {
    return port(Responsibilities.class);
  }
}
