package ro.parcurs.crm.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.SheetFact;

/**
 * What a client needs: items of the catalogue by quantity only, priced by the system (spec section
 * 6).
 *
 * <p>It is added during a meeting responsibility. While it is a draft, its lines can be changed and
 * it shows the prices of the day. Finalising freezes prices and recipes into it, and an offer can
 * be made from it. It can be reopened, which lets go of the frozen prices, or, as a draft, be
 * discarded; its number is not given again.
 *
 * <p>Immutable: every method gives the changed copy.
 */
public final class EvaluationSheet {

  public static final int MAX_LINES = 500;

  private final Snapshot state;

  private EvaluationSheet(Snapshot state) {
    this.state = state;
  }

  /**
   * Everything a sheet is, for stores.
   *
   * @param responsibility during which it was added
   * @param chapters the frozen content; empty unless finalised
   * @param added by whom, and when
   * @param finalised by whom, and when; empty unless finalised
   * @param changed by whom last, and when
   */
  public record Snapshot(
      SheetId id,
      LeadId lead,
      PursuitId pursuit,
      ResponsibilityId responsibility,
      DocumentNumber number,
      SheetState state,
      SheetTerms terms,
      List<SheetLine> lines,
      List<SheetChapter> chapters,
      Stamp added,
      Optional<Stamp> finalised,
      Stamp changed,
      Version version) {

    public Snapshot {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(lead, "lead");
      Objects.requireNonNull(pursuit, "pursuit");
      Objects.requireNonNull(responsibility, "responsibility");
      Objects.requireNonNull(number, "number");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(terms, "terms");
      lines = List.copyOf(lines);
      chapters = List.copyOf(chapters);
      Objects.requireNonNull(added, "added");
      Objects.requireNonNull(finalised, "finalised");
      Objects.requireNonNull(changed, "changed");
      Objects.requireNonNull(version, "version");
      if (lines.size() > MAX_LINES) {
        throw InvalidInput.of("lines", "too-many", Map.of("max", MAX_LINES));
      }
      boolean frozen = state == SheetState.FINALISED;
      if (frozen != finalised.isPresent()
          || chapters.size() != (frozen ? lines.size() : 0)
          || (frozen && lines.isEmpty())) {
        throw new IllegalArgumentException("a sheet is frozen exactly when it is finalised");
      }
    }
  }

  /** A sheet as it was stored. */
  public static EvaluationSheet rebuild(Snapshot snapshot) {
    return new EvaluationSheet(snapshot);
  }

  /** A new draft without lines. */
  public static EvaluationSheet add(
      SheetId id,
      LeadId lead,
      PursuitId pursuit,
      ResponsibilityId responsibility,
      DocumentNumber number,
      Stamp by) {
    return new EvaluationSheet(
        new Snapshot(
            id,
            lead,
            pursuit,
            responsibility,
            number,
            SheetState.DRAFT,
            SheetTerms.DEFAULT,
            List.of(),
            List.of(),
            by,
            Optional.empty(),
            by,
            Version.NEW));
  }

  /**
   * Replaces what is on it.
   *
   * @param lines in the order in which documents show them; at most {@value #MAX_LINES}
   * @throws NoSuchTransition when it is not a draft
   */
  public EvaluationSheet change(List<SheetLine> lines, SheetTerms terms, Stamp by) {
    requireDraft(SheetMove.CHANGE);
    return with(SheetState.DRAFT, terms, lines, List.of(), Optional.empty(), by);
  }

  /**
   * Freezes prices and recipes as they are now.
   *
   * @throws NoSuchTransition when it is not a draft
   * @throws EmptySheet when there is no line
   * @throws CrmException what {@link Catalogue#explode} has against a line
   */
  public EvaluationSheet finalise(Catalogue today, Stamp by) {
    requireDraft(SheetMove.FINALISE);
    if (lines().isEmpty()) {
      throw new EmptySheet(number());
    }
    return with(
        SheetState.FINALISED, terms(), lines(), price(today).chapters(), Optional.of(by), by);
  }

  /**
   * Makes it a draft again, at the prices of the day. Whether an offer forbids it is for the caller
   * to know.
   *
   * @throws NoSuchTransition when it is not finalised
   */
  public EvaluationSheet reopen(Stamp by) {
    if (state() != SheetState.FINALISED) {
      throw new NoSuchTransition(Subject.EVALUATION_SHEET, state(), SheetMove.REOPEN);
    }
    return with(SheetState.DRAFT, terms(), lines(), List.of(), Optional.empty(), by);
  }

  /**
   * Puts it aside for good.
   *
   * @throws NoSuchTransition when it is not a draft
   */
  public EvaluationSheet discard(Stamp by) {
    requireDraft(SheetMove.DISCARD);
    return with(SheetState.DISCARDED, terms(), lines(), List.of(), Optional.empty(), by);
  }

  private void requireDraft(SheetMove move) {
    if (state() != SheetState.DRAFT) {
      throw new NoSuchTransition(Subject.EVALUATION_SHEET, state(), move);
    }
  }

  private EvaluationSheet with(
      SheetState next,
      SheetTerms terms,
      List<SheetLine> lines,
      List<SheetChapter> chapters,
      Optional<Stamp> finalised,
      Stamp by) {
    return new EvaluationSheet(
        new Snapshot(
            id(),
            lead(),
            pursuit(),
            state.responsibility(),
            number(),
            next,
            terms,
            lines,
            chapters,
            state.added(),
            finalised,
            by,
            version()));
  }

  // ---- what it comes to ----

  /**
   * What it would be if it were finalised now.
   *
   * @throws CrmException what {@link Catalogue#explode} has against a line
   */
  public SheetContent price(Catalogue today) {
    return new SheetContent(
        terms().pricing().currency(),
        lines().stream().map(line -> line.price(today, terms())).toList());
  }

  /**
   * What was frozen into it.
   *
   * @throws IllegalStateException when it is not finalised
   */
  public SheetContent frozen() {
    if (state() != SheetState.FINALISED) {
      throw new IllegalStateException("nothing is frozen in " + number());
    }
    return new SheetContent(terms().pricing().currency(), state.chapters());
  }

  /**
   * What the catalogue would make of the frozen chapters differently now; empty where nothing
   * changed (spec section 7: the user is told).
   *
   * @throws IllegalStateException when it is not finalised
   */
  public List<ChapterChange> changedSince(Catalogue today) {
    List<SheetChapter> chapters = frozen().chapters();
    List<ChapterChange> changes = new ArrayList<>();
    for (int i = 0; i < chapters.size(); i++) {
      SheetChapter before = chapters.get(i);
      Optional<SheetChapter> now = tryToPrice(lines().get(i), today);
      if (!now.equals(Optional.of(before))) {
        Optional<Money> net = now.map(SheetChapter::net);
        changes.add(new ChapterChange(before.code(), before.title(), before.net(), net));
      }
    }
    return List.copyOf(changes);
  }

  private Optional<SheetChapter> tryToPrice(SheetLine line, Catalogue today) {
    try {
      return Optional.of(line.price(today, terms()));
    } catch (CrmException unpriceable) {
      return Optional.empty();
    }
  }

  /** What the pursuit has to know of it. */
  public SheetFact fact() {
    return switch (state()) {
      case DRAFT -> SheetFact.UNFINISHED;
      case FINALISED -> SheetFact.FINALISED;
      case DISCARDED -> SheetFact.NONE;
    };
  }

  // ---- what it is ----

  public SheetId id() {
    return state.id();
  }

  public LeadId lead() {
    return state.lead();
  }

  public PursuitId pursuit() {
    return state.pursuit();
  }

  public DocumentNumber number() {
    return state.number();
  }

  public SheetState state() {
    return state.state();
  }

  public boolean isFinalised() {
    return state() == SheetState.FINALISED;
  }

  public SheetTerms terms() {
    return state.terms();
  }

  public List<SheetLine> lines() {
    return state.lines();
  }

  /** Who finalised it, and when; empty unless it is finalised. */
  public Optional<Stamp> finalised() {
    return state.finalised();
  }

  public Version version() {
    return state.version();
  }

  /** Who changed it last, and when. */
  public Stamp changed() {
    return state.changed();
  }

  public Snapshot snapshot() {
    return state;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EvaluationSheet sheet && sheet.state.equals(state);
  }

  @Override
  public int hashCode() {
    return state.hashCode();
  }

  @Override
  public String toString() {
    return state.toString();
  }
}
