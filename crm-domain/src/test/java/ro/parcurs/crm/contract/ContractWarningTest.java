package ro.parcurs.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.contract.ContractWarning.COMPANY_INACTIVE;
import static ro.parcurs.crm.contract.ContractWarning.COMPANY_STRUCK_OFF;
import static ro.parcurs.crm.contract.ContractWarning.NO_ACCEPTED_OFFER;
import static ro.parcurs.crm.contract.ContractWarning.NO_ADDRESS;
import static ro.parcurs.crm.contract.ContractWarning.NO_IBAN;
import static ro.parcurs.crm.contract.ContractWarning.NO_INVOICE_EMAIL;
import static ro.parcurs.crm.contract.ContractWarning.NO_REPRESENTATIVE;
import static ro.parcurs.crm.contract.ContractWarning.NO_TRADE_REGISTER_NUMBER;
import static ro.parcurs.crm.contract.ContractWarning.VAT_NOT_CHECKED;
import static ro.parcurs.crm.money.Currency.RON;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.company.Address;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.company.Iban;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.company.TradeRegisterNumber;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.company.VatStatus;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.pursuit.ContractFact;
import ro.parcurs.crm.pursuit.PursuitId;

class ContractWarningTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final OfferId OFFER = new OfferId(new UUID(0, 1));
  private static final Optional<String> SOMEBODY = Optional.of("Somebody");

  private final CompanyProfile known =
      new CompanyProfile(
          Cui.of("99020015"),
          "Firma",
          new Address(County.CJ, "Cluj-Napoca", Optional.of("Str. Lungă 1"), Optional.empty()),
          Optional.of(TradeRegisterNumber.of("J40/372/2002")),
          Optional.of(VatStatus.checked(VatState.PAYER, NOW)),
          Optional.of(new RegistryStatus(RegistryState.ACTIVE, Optional.empty())),
          Optional.empty(),
          Optional.of(Iban.of("RO49AAAA1B31007593840000")),
          Optional.empty(),
          Optional.of(EmailAddress.of("facturi@firma.ro")),
          Optional.empty());
  private final Contract whole = contract(Optional.of(value(OFFER)), SOMEBODY, SOMEBODY);
  private final ContractFacts complete = new ContractFacts(whole, known, Optional.of(OFFER), NOW);

  @Test
  void nothing_is_missing_where_everything_is_known() {
    assertThat(ContractWarning.of(complete)).isEmpty();
  }

  @Test
  void everything_that_is_missing_is_told_at_once() {
    CompanyProfile unknown =
        CompanyProfile.of(
            known.cui(),
            "Firma",
            new Address(County.CJ, "Cluj-Napoca", Optional.empty(), Optional.empty()));
    Contract empty = contract(Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(ContractWarning.of(new ContractFacts(empty, unknown, Optional.empty(), NOW)))
        .containsExactly(
            NO_ACCEPTED_OFFER,
            NO_TRADE_REGISTER_NUMBER,
            NO_ADDRESS,
            NO_REPRESENTATIVE,
            NO_IBAN,
            VAT_NOT_CHECKED,
            NO_INVOICE_EMAIL);
  }

  @Test
  void only_blocking_warnings_keep_the_contracting_from_being_completed() {
    assertThat(whole.fact(known, Optional.of(OFFER), NOW)).isEqualTo(new ContractFact.Complete());
    assertThat(whole.fact(known, Optional.of(OFFER), NOW.plus(25, ChronoUnit.HOURS)))
        .isEqualTo(new ContractFact.Complete());
    assertThat(whole.fact(known, Optional.empty(), NOW).warnings())
        .isEqualTo(List.of(NO_ACCEPTED_OFFER));
  }

  @ParameterizedTest
  @EnumSource
  void only_what_is_worth_knowing_does_not_block(ContractWarning warning) {
    assertThat(warning.isBlocking())
        .isEqualTo(warning != VAT_NOT_CHECKED && warning != NO_INVOICE_EMAIL);
  }

  @Test
  void a_contract_on_another_offer_than_the_accepted_one_is_to_be_saved_again() {
    OfferId other = new OfferId(new UUID(0, 2));
    assertThat(ContractWarning.of(new ContractFacts(whole, known, Optional.of(other), NOW)))
        .containsExactly(NO_ACCEPTED_OFFER);
    assertThat(ContractWarning.of(new ContractFacts(whole, known, Optional.empty(), NOW)))
        .containsExactly(NO_ACCEPTED_OFFER);
    Contract without = contract(Optional.empty(), SOMEBODY, SOMEBODY);
    assertThat(ContractWarning.of(new ContractFacts(without, known, Optional.of(OFFER), NOW)))
        .containsExactly(NO_ACCEPTED_OFFER);
  }

  @Test
  void somebody_has_to_sign_for_each_side() {
    Optional<String> nobody = Optional.empty();
    for (Contract contract :
        new Contract[] {
          contract(whole.value(), nobody, SOMEBODY), contract(whole.value(), SOMEBODY, nobody)
        }) {
      assertThat(ContractWarning.of(new ContractFacts(contract, known, Optional.of(OFFER), NOW)))
          .containsExactly(NO_REPRESENTATIVE);
    }
  }

  @Test
  void a_company_that_is_struck_off_or_inactive_blocks_and_an_unknown_state_does_not() {
    assertThat(warningsInRegistryAs(Optional.of(RegistryState.STRUCK_OFF)))
        .containsExactly(COMPANY_STRUCK_OFF);
    assertThat(warningsInRegistryAs(Optional.of(RegistryState.INACTIVE)))
        .containsExactly(COMPANY_INACTIVE);
    assertThat(warningsInRegistryAs(Optional.empty())).isEmpty();
  }

  @Test
  void the_vat_status_is_to_be_checked_every_24_hours() {
    assertThat(warningsWithVat(VatStatus.checked(VatState.PAYER, NOW.minus(24, ChronoUnit.HOURS))))
        .isEmpty();
    assertThat(
            warningsWithVat(
                VatStatus.checked(
                    VatState.PAYER, NOW.minus(24, ChronoUnit.HOURS).minus(1, ChronoUnit.MICROS))))
        .containsExactly(VAT_NOT_CHECKED);
    assertThat(warningsWithVat(VatStatus.declared(VatState.NON_PAYER)))
        .containsExactly(VAT_NOT_CHECKED);
  }

  private Iterable<ContractWarning> warningsInRegistryAs(Optional<RegistryState> state) {
    return warnings(known.vat(), state.map(value -> new RegistryStatus(value, Optional.empty())));
  }

  private Iterable<ContractWarning> warningsWithVat(VatStatus vat) {
    return warnings(Optional.of(vat), known.registryStatus());
  }

  private Iterable<ContractWarning> warnings(
      Optional<VatStatus> vat, Optional<RegistryStatus> status) {
    CompanyProfile company =
        new CompanyProfile(
            known.cui(),
            known.name(),
            known.address(),
            known.tradeRegisterNumber(),
            vat,
            status,
            known.caen(),
            known.iban(),
            known.phone(),
            known.email(),
            known.website());
    return ContractWarning.of(new ContractFacts(whole, company, Optional.of(OFFER), NOW));
  }

  private static ContractValue value(OfferId offer) {
    return new ContractValue(offer, Money.of("100.00", RON), Money.of("121.00", RON));
  }

  private static Contract contract(
      Optional<ContractValue> value, Optional<String> ours, Optional<String> theirs) {
    LocalDate today = LocalDate.of(2026, 11, 24);
    return Contract.draw(
        new ContractId(new UUID(0, 3)),
        new LeadId(new UUID(0, 4)),
        new PursuitId(new UUID(0, 5)),
        new ContractTerms(
            new ContractNumber("12/2026"),
            today,
            new Term(today, Optional.empty()),
            new PaymentTerm(30),
            ours,
            theirs,
            Optional.empty()),
        value,
        new Stamp(new UserId("ana"), "Ana", NOW));
  }
}
