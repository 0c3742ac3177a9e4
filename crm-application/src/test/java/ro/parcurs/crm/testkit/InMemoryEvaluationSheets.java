package ro.parcurs.crm.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.SheetState;
import ro.parcurs.crm.evaluation.usecase.EvaluationSheets;
import ro.parcurs.crm.evaluation.usecase.SheetFilter;
import ro.parcurs.crm.evaluation.usecase.SheetListItem;
import ro.parcurs.crm.evaluation.usecase.SheetQueries;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.text.SearchText;
import ro.parcurs.crm.work.Count;

/** The evaluation sheets in memory, and their lists. */
public final class InMemoryEvaluationSheets implements EvaluationSheets, SheetQueries {

  private final InMemoryAggregates<SheetId, EvaluationSheet> sheets;
  private final Leads leads;

  public InMemoryEvaluationSheets(InMemoryDatabase database, Leads leads) {
    this.sheets =
        new InMemoryAggregates<>(
            Subject.EVALUATION_SHEET,
            database.table(),
            EvaluationSheet::id,
            EvaluationSheet::version,
            EvaluationSheet::changed,
            InMemoryEvaluationSheets::atVersion);
    this.leads = leads;
  }

  @Override
  public void add(EvaluationSheet sheet) {
    findByPursuit(sheet.pursuit())
        .filter(existing -> !existing.id().equals(sheet.id()))
        .ifPresent(
            existing -> {
              throw new AlreadyExists(Subject.EVALUATION_SHEET, existing.number(), existing.id());
            });
    sheets.add(sheet);
  }

  @Override
  public EvaluationSheet get(SheetId id) {
    return sheets.get(id);
  }

  @Override
  public Optional<EvaluationSheet> findByPursuit(PursuitId pursuit) {
    return sheets.all().stream()
        .filter(sheet -> sheet.pursuit().equals(pursuit))
        .filter(sheet -> sheet.state() != SheetState.DISCARDED)
        .findFirst();
  }

  @Override
  public void save(EvaluationSheet sheet) {
    sheets.save(sheet);
  }

  @Override
  public List<SheetListItem> list(
      LeadScope scope, SheetFilter filter, Optional<SheetId> after, int limit) {
    List<EvaluationSheet> newestFirst = new ArrayList<>(sheets.all());
    Collections.reverse(newestFirst);
    int from =
        after
            .map(last -> newestFirst.stream().map(EvaluationSheet::id).toList().indexOf(last) + 1)
            .orElse(0);
    return matching(newestFirst.subList(from, newestFirst.size()), scope, filter)
        .limit(limit)
        .map(this::item)
        .toList();
  }

  @Override
  public Count count(LeadScope scope, SheetFilter filter) {
    return Count.of(matching(sheets.all(), scope, filter).count());
  }

  private Stream<EvaluationSheet> matching(
      List<EvaluationSheet> among, LeadScope scope, SheetFilter filter) {
    return among.stream()
        .filter(sheet -> scope.contains(leads.accessOf(sheet.lead())))
        .filter(sheet -> matches(sheet, filter));
  }

  private boolean matches(EvaluationSheet sheet, SheetFilter filter) {
    Lead lead = leads.get(sheet.lead());
    String number = SheetFilter.searched(sheet.number());
    String name = SearchText.fold(lead.company().name());
    String cui = SearchText.fold(lead.cui().toString());
    return (filter.states().isEmpty() || filter.states().contains(sheet.state()))
        && filter.lead().filter(wanted -> !wanted.equals(sheet.lead())).isEmpty()
        && filter.words().stream()
            .allMatch(word -> number.contains(word) || name.contains(word) || cui.contains(word));
  }

  private SheetListItem item(EvaluationSheet sheet) {
    return new SheetListItem(
        sheet.id(),
        sheet.number(),
        sheet.state(),
        sheet.lead(),
        leads.get(sheet.lead()).company().name(),
        sheet.pursuit(),
        sheet.lines().size(),
        sheet.isFinalised() ? Optional.of(sheet.frozen().totals().net()) : Optional.empty(),
        sheet.snapshot().added(),
        sheet.changed());
  }

  private static EvaluationSheet atVersion(EvaluationSheet sheet, Version version) {
    EvaluationSheet.Snapshot state = sheet.snapshot();
    return EvaluationSheet.rebuild(
        new EvaluationSheet.Snapshot(
            state.id(),
            state.lead(),
            state.pursuit(),
            state.responsibility(),
            state.number(),
            state.state(),
            state.terms(),
            state.lines(),
            state.chapters(),
            state.added(),
            state.finalised(),
            state.changed(),
            version));
  }
}
