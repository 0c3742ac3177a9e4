package ro.parcurs.crm.lead.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.company.CaenCode;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.company.PostalCode;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.company.TradeRegisterNumber;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.company.VatStatus;
import ro.parcurs.crm.testkit.CompanyRegistryContract;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryCompanyRegistry;
import ro.parcurs.crm.testkit.Ports;

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
      new RegistryEntry(
          Cuis.next(),
          "Țesătoria Șoim SRL",
          Optional.of(County.CJ),
          Optional.of("Dej"),
          Optional.of("Str. Lungă 1"),
          Optional.of(PostalCode.of("405200")),
          Optional.of(TradeRegisterNumber.of("J12/123/2005")),
          VatStatus.checked(VatState.PAYER, ASKED),
          new RegistryStatus(RegistryState.ACTIVE, Optional.of(LocalDate.of(2005, 3, 1))),
          Optional.of(CaenCode.of("1320")),
          Optional.of(PhoneNumber.of("0264 123 456")));
  private final RegistryEntry barely =
      new RegistryEntry(
          Cuis.next(),
          "Alta SRL",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          VatStatus.checked(VatState.NON_PAYER, ASKED),
          new RegistryStatus(RegistryState.STRUCK_OFF, Optional.empty()),
          Optional.empty(),
          Optional.empty());
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
