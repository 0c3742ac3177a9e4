package ro.parcurs.crm.contract;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.pursuit.ContractFact;
import ro.parcurs.crm.pursuit.PursuitId;

/**
 * The agreement that a pursuit leads to, one per pursuit (spec section 8).
 *
 * <p>It is drawn up while the contracting is open, takes its value from the pursuit's accepted
 * offer each time it is saved, and can be saved with gaps: what is missing is told by {@link
 * ContractWarning}, and only the blocking warnings keep the contracting from being completed. The
 * signed copy can be attached at any time, also afterwards, when the paper comes back.
 *
 * <p>Immutable: every method gives the changed copy.
 */
public final class Contract {

  private final Snapshot state;

  private Contract(Snapshot state) {
    this.state = state;
  }

  /**
   * Everything a contract is, for stores.
   *
   * @param value empty while the pursuit has no accepted offer
   * @param added by whom, and when
   * @param changed by whom last, and when
   */
  public record Snapshot(
      ContractId id,
      LeadId lead,
      PursuitId pursuit,
      ContractTerms terms,
      Optional<ContractValue> value,
      Optional<SignedFile> signedFile,
      Stamp added,
      Stamp changed,
      Version version) {

    public Snapshot {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(lead, "lead");
      Objects.requireNonNull(pursuit, "pursuit");
      Objects.requireNonNull(terms, "terms");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(signedFile, "signedFile");
      Objects.requireNonNull(added, "added");
      Objects.requireNonNull(changed, "changed");
      Objects.requireNonNull(version, "version");
    }
  }

  /** A contract as it was stored. */
  public static Contract rebuild(Snapshot snapshot) {
    return new Contract(snapshot);
  }

  /** Draws up the contract of a pursuit. */
  public static Contract draw(
      ContractId id,
      LeadId lead,
      PursuitId pursuit,
      ContractTerms terms,
      Optional<ContractValue> value,
      Stamp by) {
    return new Contract(
        new Snapshot(id, lead, pursuit, terms, value, Optional.empty(), by, by, Version.NEW));
  }

  /** Agrees on other terms, or on the value of another offer. */
  public Contract edit(ContractTerms terms, Optional<ContractValue> value, Stamp by) {
    return copy(terms, value, signedFile(), by);
  }

  /** The signed copy has come; it takes the place of one that came before. */
  public Contract signed(SignedFile file) {
    return copy(terms(), value(), Optional.of(file), file.attached());
  }

  /**
   * Looks whether a change was written with the present contract in view.
   *
   * @throws ConcurrentChange when somebody has changed it since
   */
  public void requireSeen(Version seen) {
    if (!version().equals(seen)) {
      throw new ConcurrentChange(Subject.CONTRACT, id(), changed());
    }
  }

  // ---- what is missing ----

  /** Everything that is missing for it, blocking or not. */
  public List<ContractWarning> warnings(
      CompanyProfile client, Optional<OfferId> acceptedOffer, Instant now) {
    return ContractWarning.of(new ContractFacts(this, client, acceptedOffer, now));
  }

  /** What its pursuit has to know of it: whether the contracting can be completed. */
  public ContractFact fact(CompanyProfile client, Optional<OfferId> acceptedOffer, Instant now) {
    return ContractFact.of(
        warnings(client, acceptedOffer, now).stream().filter(ContractWarning::isBlocking).toList());
  }

  // ---- what it is ----

  public ContractId id() {
    return state.id();
  }

  public LeadId lead() {
    return state.lead();
  }

  public PursuitId pursuit() {
    return state.pursuit();
  }

  public ContractTerms terms() {
    return state.terms();
  }

  public Optional<ContractValue> value() {
    return state.value();
  }

  public Optional<SignedFile> signedFile() {
    return state.signedFile();
  }

  public Stamp changed() {
    return state.changed();
  }

  public Version version() {
    return state.version();
  }

  public Snapshot snapshot() {
    return state;
  }

  private Contract copy(
      ContractTerms terms, Optional<ContractValue> value, Optional<SignedFile> file, Stamp by) {
    return new Contract(
        new Snapshot(
            id(), lead(), state.pursuit(), terms, value, file, state.added(), by, version()));
  }
}
