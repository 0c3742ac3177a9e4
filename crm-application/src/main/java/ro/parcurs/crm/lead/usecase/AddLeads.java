package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.access.LeadAccess;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.TooMany;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Adds many companies at once, for imports: each row is checked as the form is, and a bad row never
 * stops the good ones. All the good rows are kept together, or none is.
 */
public final class AddLeads {

  /** What one unit of work holds well; a longer import is made of several. */
  public static final int MAX_ROWS = 5_000;

  /**
   * @param duplicates what becomes of a row whose company is known
   */
  public record Command(
      @NotEmpty @Size(max = MAX_ROWS) List<@NotNull LeadData> rows,
      @NotNull DuplicateRule duplicates) {}

  /**
   * @param rows what became of each row, in the order of the command
   */
  public record Result(List<RowResult> rows) {

    public Result {
      rows = List.copyOf(rows);
    }
  }

  /** What became of a row. It holds no personal data: it may be kept with an idempotency key. */
  public sealed interface RowResult {

    /** The company was added. */
    record Added(LeadRef lead) implements RowResult {}

    /** The company's lead was changed. */
    record Updated(LeadRef lead) implements RowResult {}

    /**
     * The company's lead, maybe of an earlier row, stayed as it was: so the rule, or nothing new.
     */
    record Skipped(LeadId existing) implements RowResult {}

    /**
     * Nothing was done with the row.
     *
     * @param faults all of them; fields are named as in {@link LeadData}
     */
    record Failed(List<Violation> faults) implements RowResult {

      public Failed {
        faults = List.copyOf(faults);
      }
    }
  }

  private final Work work;
  private final CommandValidator validator;
  private final Journal journal;
  private final Leads leads;
  private final Users users;
  private final AccessPolicy policy;
  private final Ids ids;

  @Inject
  public AddLeads(
      Work work,
      CommandValidator validator,
      Journal journal,
      Leads leads,
      Users users,
      AccessPolicy policy,
      Ids ids) {
    this.work = work;
    this.validator = validator;
    this.journal = journal;
    this.leads = leads;
    this.users = users;
    this.policy = policy;
    this.ids = ids;
  }

  /**
   * Faults of single rows are in the result, never thrown.
   *
   * @throws InvalidInput when there are no rows, or more than {@value #MAX_ROWS}
   * @throws NotPermitted when the actor may not add leads at all
   */
  public Result handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          policy.check(caller.actor(), Permission.ADD_LEAD);
          return new Batch(caller.actor(), command).done();
        });
  }

  /** A sound row at its place in the command. */
  private record Row(int place, LeadData data) {}

  /** One run of the use case. */
  private final class Batch {

    private final Actor actor;
    private final Command command;
    private final Stamp by;
    private final RowResult[] results;
    private final Map<UserId, List<Violation>> ownerFaults = new HashMap<>();
    private final List<Journal.Told> told = new ArrayList<>();

    Batch(Actor actor, Command command) {
      this.actor = actor;
      this.command = command;
      this.by = journal.stamp(actor);
      this.results = new RowResult[command.rows().size()];
    }

    Result done() {
      Map<Cui, List<Row>> companies = soundRows();
      Map<Cui, LeadId> known = new HashMap<>(leads.find(companies.keySet()));
      Map<Cui, LeadMerge> begun = new LinkedHashMap<>();
      companies.forEach(
          (cui, rows) -> {
            if (!known.containsKey(cui)) {
              begin(cui, rows).ifPresent(merge -> begun.put(cui, merge));
            }
          });
      // Others may have added some of them meanwhile; these are known now.
      known.putAll(leads.addAll(begun.values().stream().map(LeadMerge::lead).toList()));
      begun.keySet().removeAll(known.keySet());
      begun.values().forEach(this::tell);
      companies.keySet().retainAll(known.keySet());
      switch (command.duplicates()) {
        case SKIP -> known.forEach((cui, id) -> end(companies.get(cui), new RowResult.Skipped(id)));
        case REFUSE -> known.forEach((cui, id) -> end(companies.get(cui), exists(id)));
        case UPDATE -> update(companies, known.values());
      }
      journal.write(by, told);
      return new Result(List.of(results));
    }

    private void end(@Nullable List<Row> rows, RowResult result) {
      for (Row row : Objects.requireNonNull(rows)) {
        results[row.place()] = result;
      }
    }

    private static RowResult exists(LeadId existing) {
      return failed(InvalidInput.of("cui", "cui-exists", Map.of("existing", existing.toString())));
    }

    // ---- checking ----

    /** The rows without faults of their own, by company, in the order of the command. */
    private Map<Cui, List<Row>> soundRows() {
      Map<Cui, List<Row>> companies = new LinkedHashMap<>();
      for (int place = 0; place < results.length; place++) {
        LeadData data = command.rows().get(place);
        List<Violation> faults = faults(data);
        if (faults.isEmpty()) {
          Cui cui = Cui.unchecked(Objects.requireNonNull(data.cui()));
          companies.computeIfAbsent(cui, first -> new ArrayList<>()).add(new Row(place, data));
        } else {
          results[place] = new RowResult.Failed(faults);
        }
      }
      return companies;
    }

    private List<Violation> faults(LeadData data) {
      List<Violation> ofFields = validator.faults(data);
      List<Violation> ofOwner =
          data.owner() == null
              ? List.of()
              : ownerFaults.computeIfAbsent(data.owner(), this::faults);
      return ofOwner.isEmpty()
          ? ofFields
          : Stream.concat(ofFields.stream(), ofOwner.stream()).toList();
    }

    /** Putting anybody but oneself in charge takes a permission, and somebody who is there. */
    private List<Violation> faults(UserId owner) {
      if (owner.equals(actor.id())) {
        return List.of();
      }
      if (!policy.permits(actor, Permission.ASSIGN_LEAD)) {
        return InvalidInput.of("owner", "owner-not-permitted").violations();
      }
      return users.find(owner).isPresent()
          ? List.of()
          : InvalidInput.of("owner", "owner-unknown").violations();
    }

    // ---- adding ----

    /** The company's new lead; empty when all its rows turn out to be at fault. */
    private Optional<LeadMerge> begin(Cui cui, List<Row> rows) {
      LeadMerge begun = null;
      for (Row row : rows) {
        try {
          if (begun == null) {
            begun = LeadMerge.intoNew(row.data(), cui, by, ids, users);
            results[row.place()] = new RowResult.Added(LeadRef.saved(begun.lead()));
          } else {
            results[row.place()] = repeated(begun, row.data());
          }
        } catch (InvalidInput | TooMany fault) {
          results[row.place()] = failed(fault);
        }
      }
      return Optional.ofNullable(begun);
    }

    private RowResult repeated(LeadMerge begun, LeadData row) {
      return switch (command.duplicates()) {
        case SKIP -> new RowResult.Skipped(begun.lead().id());
        case REFUSE -> failed(InvalidInput.of("cui", "cui-repeated"));
        case UPDATE -> written(begun, row);
      };
    }

    // ---- updating ----

    private void update(Map<Cui, List<Row>> duplicates, Collection<LeadId> known) {
      List<Lead> locked = leads.lock(known);
      Map<LeadId, LeadAccess> access = leads.accessOf(known);
      List<Lead> changed = new ArrayList<>();
      for (Lead lead : locked) {
        LeadAccess of = Objects.requireNonNull(access.get(lead.id()));
        LeadMerge merge = LeadMerge.into(lead, by, ids, users);
        for (Row row : duplicates.getOrDefault(lead.cui(), List.of())) {
          results[row.place()] = updated(merge, of, row.data());
        }
        if (merge.lead() != lead) {
          changed.add(merge.lead());
        }
        tell(merge);
      }
      leads.saveAll(changed);
    }

    private RowResult updated(LeadMerge merge, LeadAccess access, LeadData row) {
      if (!policy.permits(actor, Permission.CHANGE_LEAD, access)) {
        return failed(InvalidInput.of("", "lead-not-permitted"));
      }
      UserId owner = row.owner();
      if (owner != null
          && merge.lead().owner().filter(owner::equals).isEmpty()
          && !policy.permits(actor, Permission.ASSIGN_LEAD, access)) {
        return failed(InvalidInput.of("owner", "owner-not-permitted"));
      }
      try {
        return written(merge, row);
      } catch (InvalidInput | TooMany fault) {
        return failed(fault);
      }
    }

    private RowResult written(LeadMerge merge, LeadData row) {
      return merge.write(row)
          ? new RowResult.Updated(LeadRef.saved(merge.lead()))
          : new RowResult.Skipped(merge.lead().id());
    }

    private void tell(LeadMerge merge) {
      merge.events().forEach(event -> told.add(new Journal.Told(merge.lead().id(), event)));
    }
  }

  private static RowResult failed(CrmException fault) {
    if (fault instanceof InvalidInput broken) {
      return new RowResult.Failed(broken.violations());
    }
    String field =
        fault.arguments().get("subject") == Subject.CONTACT_PERSON
            ? "contactPersons"
            : "workPoints";
    return new RowResult.Failed(
        List.of(
            new Violation(
                field,
                "too-many",
                Map.of("max", Objects.requireNonNull(fault.arguments().get("max"))))));
  }
}
