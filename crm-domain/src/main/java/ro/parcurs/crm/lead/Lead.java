package ro.parcurs.crm.lead;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;

/**
 * A company that may become a client, identified by its fiscal code (spec section 3).
 *
 * <p>It is added inactive, with what is known of the company; people and sites are added as they
 * become known, of whom exactly one person is the primary one as soon as there is any. Activating
 * it gives it an owner and begins a pursuit, which ends with a contract, with a refusal, or is
 * given up; after each of these the lead can be activated again. What the company is can be
 * corrected at any time, except the fiscal code.
 *
 * <p>Immutable: every method gives the changed copy.
 */
public final class Lead {

  public static final int MAX_WORK_POINTS = 200;

  private final Snapshot state;

  private Lead(Snapshot state) {
    this.state = state;
  }

  /**
   * Everything a lead is, for stores.
   *
   * @param workPoints in the order in which they were added
   * @param added by whom, and when
   * @param changed by whom last, and when
   */
  public record Snapshot(
      LeadId id,
      CompanyProfile company,
      LeadDetails details,
      Optional<UserId> owner,
      LeadState state,
      ContactPersons contactPersons,
      List<WorkPoint> workPoints,
      Stamp added,
      Stamp changed,
      Version version) {

    public Snapshot {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(company, "company");
      Objects.requireNonNull(details, "details");
      Objects.requireNonNull(owner, "owner");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(contactPersons, "contactPersons");
      workPoints = List.copyOf(workPoints);
      Objects.requireNonNull(added, "added");
      Objects.requireNonNull(changed, "changed");
      Objects.requireNonNull(version, "version");
    }
  }

  /** A lead as it was stored. */
  public static Lead rebuild(Snapshot snapshot) {
    return new Lead(snapshot);
  }

  /** A new lead: inactive, without people and sites. */
  public static Lead add(
      LeadId id, CompanyProfile company, LeadDetails details, Optional<UserId> owner, Stamp by) {
    return new Lead(
        new Snapshot(
            id,
            company,
            details,
            owner,
            LeadState.INACTIVE,
            ContactPersons.NOBODY,
            List.of(),
            by,
            by,
            Version.NEW));
  }

  // ---- what the company is ----

  /**
   * Corrects what is known.
   *
   * @throws InvalidInput {@code cui-fixed} when the fiscal code is another one
   */
  public Lead edit(CompanyProfile company, LeadDetails details, Stamp by) {
    if (!company.cui().equals(cui())) {
      throw InvalidInput.of("cui", "cui-fixed");
    }
    return changed(company, details, owner(), state(), by);
  }

  /** Puts a salesperson in charge, or nobody. */
  public Lead assignTo(Optional<UserId> owner, Stamp by) {
    return changed(company(), details(), owner, state(), by);
  }

  // ---- its people ----

  /**
   * @param primary whether they become the primary person; the first one does anyway
   * @throws TooMany at {@value ContactPersons#MAX}
   */
  public Lead add(ContactPerson person, boolean primary, Stamp by) {
    return withPeople(contactPersons().with(person, primary), by);
  }

  /**
   * @param primary whether they become the primary person; nobody ceases to be it but by another
   *     becoming it
   * @throws NotFound when there is no such person
   */
  public Lead edit(ContactPerson person, boolean primary, Stamp by) {
    return withPeople(contactPersons().withChanged(person, primary), by);
  }

  /**
   * Forgets a person.
   *
   * @throws NotFound when there is no such person
   */
  public Lead remove(ContactPersonId id, Stamp by) {
    return withPeople(contactPersons().without(id), by);
  }

  // ---- its sites ----

  /**
   * @throws TooMany at {@value #MAX_WORK_POINTS}
   */
  public Lead add(WorkPoint site, Stamp by) {
    if (workPoints().size() >= MAX_WORK_POINTS) {
      throw new TooMany(Subject.WORK_POINT, MAX_WORK_POINTS);
    }
    List<WorkPoint> sites = new ArrayList<>(workPoints());
    sites.add(site);
    return withSites(sites, by);
  }

  /**
   * @throws NotFound when there is no such site
   */
  public Lead edit(WorkPoint site, Stamp by) {
    workPoint(site.id());
    return withSites(
        workPoints().stream().map(other -> other.id().equals(site.id()) ? site : other).toList(),
        by);
  }

  /**
   * @throws NotFound when there is no such site
   */
  public Lead remove(WorkPointId id, Stamp by) {
    workPoint(id);
    return withSites(workPoints().stream().filter(site -> !site.id().equals(id)).toList(), by);
  }

  // ---- its pursuits ----

  /**
   * Begins a pursuit, with somebody in charge.
   *
   * @throws NoSuchTransition when it is active already
   */
  public Lead activate(UserId owner, Priority priority, Stamp by) {
    return changed(
        company(),
        details().withPriority(priority),
        Optional.of(owner),
        after(LeadMove.ACTIVATE),
        by);
  }

  /**
   * The pursuit is given up.
   *
   * @throws NoSuchTransition unless it is active
   */
  public Lead deactivate(Stamp by) {
    return changed(company(), details(), owner(), after(LeadMove.DEACTIVATE), by);
  }

  /**
   * The pursuit ended with a contract.
   *
   * @throws NoSuchTransition unless it is active
   */
  public Lead contracted(Stamp by) {
    return changed(company(), details(), owner(), after(LeadMove.CONTRACT), by);
  }

  /**
   * The client said no.
   *
   * @throws NoSuchTransition unless it is active
   */
  public Lead refused(Stamp by) {
    return changed(company(), details(), owner(), after(LeadMove.REFUSE), by);
  }

  // ---- what it is ----

  public LeadId id() {
    return state.id();
  }

  public Cui cui() {
    return company().cui();
  }

  public CompanyProfile company() {
    return state.company();
  }

  public LeadDetails details() {
    return state.details();
  }

  public Optional<UserId> owner() {
    return state.owner();
  }

  public LeadState state() {
    return state.state();
  }

  public ContactPersons contactPersons() {
    return state.contactPersons();
  }

  public List<WorkPoint> workPoints() {
    return state.workPoints();
  }

  /**
   * @throws NotFound when there is no such site
   */
  public WorkPoint workPoint(WorkPointId id) {
    return workPoints().stream()
        .filter(site -> site.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.WORK_POINT, id));
  }

  public Stamp added() {
    return state.added();
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

  private LeadState after(LeadMove move) {
    return state().after(move).orElseThrow(() -> new NoSuchTransition(Subject.LEAD, state(), move));
  }

  private Lead changed(
      CompanyProfile company,
      LeadDetails details,
      Optional<UserId> owner,
      LeadState next,
      Stamp by) {
    return copy(company, details, owner, next, contactPersons(), workPoints(), by);
  }

  private Lead withPeople(ContactPersons people, Stamp by) {
    return copy(company(), details(), owner(), state(), people, workPoints(), by);
  }

  private Lead withSites(List<WorkPoint> sites, Stamp by) {
    return copy(company(), details(), owner(), state(), contactPersons(), sites, by);
  }

  private Lead copy(
      CompanyProfile company,
      LeadDetails details,
      Optional<UserId> owner,
      LeadState next,
      ContactPersons people,
      List<WorkPoint> sites,
      Stamp by) {
    return new Lead(
        new Snapshot(id(), company, details, owner, next, people, sites, added(), by, version()));
  }
}
