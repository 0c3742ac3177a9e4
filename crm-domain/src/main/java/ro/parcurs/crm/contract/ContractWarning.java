package ro.parcurs.crm.contract;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ro.parcurs.crm.company.RegistryState;

/**
 * What is missing for a contract (spec section 8): computed from facts whenever one asks, all at
 * once, in the order of this list.
 */
public enum ContractWarning {
  /** There is none, or the contract was saved on another one and is to be saved again. */
  NO_ACCEPTED_OFFER(Severity.BLOCKING, facts -> !facts.isOnAcceptedOffer()),
  NO_TRADE_REGISTER_NUMBER(
      Severity.BLOCKING, facts -> facts.client().tradeRegisterNumber().isEmpty()),
  /** County and locality are always known; without a street it is no address. */
  NO_ADDRESS(Severity.BLOCKING, facts -> facts.client().address().street().isEmpty()),
  /** Somebody has to sign for each side. */
  NO_REPRESENTATIVE(
      Severity.BLOCKING,
      facts ->
          facts.contract().terms().ourRepresentative().isEmpty()
              || facts.contract().terms().clientRepresentative().isEmpty()),
  NO_IBAN(Severity.BLOCKING, facts -> facts.client().iban().isEmpty()),
  COMPANY_STRUCK_OFF(Severity.BLOCKING, facts -> isInRegistryAs(RegistryState.STRUCK_OFF, facts)),
  COMPANY_INACTIVE(Severity.BLOCKING, facts -> isInRegistryAs(RegistryState.INACTIVE, facts)),
  /** Not asked of the registry within {@link #VAT_CHECK_AGE}. */
  VAT_NOT_CHECKED(Severity.ADVISORY, facts -> !isVatChecked(facts)),
  NO_INVOICE_EMAIL(Severity.ADVISORY, facts -> facts.client().email().isEmpty());

  /** "VAT status not checked in the last 24 hours (advisory)." */
  public static final Duration VAT_CHECK_AGE = Duration.ofHours(24);

  private final Severity severity;
  private final Predicate<ContractFacts> applies;

  ContractWarning(Severity severity, Predicate<ContractFacts> applies) {
    this.severity = severity;
    this.applies = applies;
  }

  /** Every warning that the facts give rise to. */
  public static List<ContractWarning> of(ContractFacts facts) {
    return Stream.of(values()).filter(warning -> warning.applies.test(facts)).toList();
  }

  public Severity severity() {
    return severity;
  }

  public boolean isBlocking() {
    return severity == Severity.BLOCKING;
  }

  private static boolean isInRegistryAs(RegistryState state, ContractFacts facts) {
    return facts.client().registryStatus().filter(status -> status.state() == state).isPresent();
  }

  private static boolean isVatChecked(ContractFacts facts) {
    return facts
        .client()
        .vat()
        .filter(vat -> vat.isCheckedWithin(VAT_CHECK_AGE, facts.now()))
        .isPresent();
  }
}
