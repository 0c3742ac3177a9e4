package ro.parcurs.crm.lead.usecase;

import java.time.Instant;
import java.util.List;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.testkit.CompanyRegistryContract;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryCompanyRegistry;
import ro.parcurs.crm.testkit.LeadFixture;
import ro.parcurs.crm.testkit.Ports;
import ro.parcurs.crm.testkit.RegistrySnapshotsContract;

class InMemoryCompanyRegistryTest extends CompanyRegistryContract {

  private static final Instant ASKED = Instant.parse("2026-11-24T10:00:00Z");

  private static final List<RegistryAnswer> TROUBLE =
      List.of(
          new RegistryAnswer.RateLimited(),
          new RegistryAnswer.Blocked("4711"),
          new RegistryAnswer.Unavailable(),
          new RegistryAnswer.UnexpectedAnswer());

  private final InMemoryCompanyRegistry registry =
      (InMemoryCompanyRegistry) port(CompanyRegistry.class);
  private final RegistryEntry known =
      RegistrySnapshotsContract.everythingOf(LeadFixture.aLead().build(), ASKED);
  private final RegistryEntry barely = RegistryEntry.of(Cuis.next(), "Alta SRL", ASKED);
  private int failed;

  InMemoryCompanyRegistryTest() {
    super(Ports.only(CompanyRegistry.class, new InMemoryCompanyRegistry()));
    registry.register(known);
    registry.register(barely);
  }

  @Override
  protected RegistryEntry known() {
    return known;
  }

  @Override
  protected RegistryEntry knownBarely() {
    return barely;
  }

  @Override
  protected Cui unknown() {
    return Cuis.withBody(9_999_999);
  }

  @Override
  protected void fail() {
    registry.answerAlways(TROUBLE.get(failed++ % TROUBLE.size()));
  }

  @Override
  protected int waysToFail() {
    return TROUBLE.size();
  }
}
