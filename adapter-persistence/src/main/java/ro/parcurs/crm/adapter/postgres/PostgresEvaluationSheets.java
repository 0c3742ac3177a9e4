package ro.parcurs.crm.adapter.postgres;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetChapter;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.SheetLine;
import ro.parcurs.crm.evaluation.usecase.EvaluationSheets;
import ro.parcurs.crm.evaluation.usecase.SheetFilter;
import ro.parcurs.crm.evaluation.usecase.SheetListItem;
import ro.parcurs.crm.evaluation.usecase.SheetQueries;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.work.Count;

/**
 * Evaluation sheets in the tables {@code evaluation_sheet} and {@code evaluation_sheet_line}; the
 * frozen chapters are one document, kept as it was.
 */
final class PostgresEvaluationSheets implements EvaluationSheets, SheetQueries {

  private static final TypeReference<List<SheetLine>> LINES = new TypeReference<>() {};
  private static final TypeReference<List<SheetChapter>> CHAPTERS = new TypeReference<>() {};

  private final Lists lists;
  private final SheetMapper mapper;
  private final Documents documents;
  private final SheetRows rows = new GeneratedSheetRows();

  PostgresEvaluationSheets(Lists lists, SheetMapper mapper, Documents documents) {
    this.lists = lists;
    this.mapper = mapper;
    this.documents = documents;
  }

  @Override
  public void add(EvaluationSheet sheet) {
    if (mapper.insert(row(sheet)) == 0) {
      throw findByPursuit(sheet.pursuit())
          .map(live -> new AlreadyExists(Subject.EVALUATION_SHEET, live.number(), live.id()))
          .orElseGet(() -> new AlreadyExists(Subject.EVALUATION_SHEET, sheet.number(), sheet.id()));
    }
    insertLines(sheet);
  }

  @Override
  public EvaluationSheet get(SheetId id) {
    return sheet(mapper.find(id)).orElseThrow(() -> new NotFound(Subject.EVALUATION_SHEET, id));
  }

  @Override
  public Optional<EvaluationSheet> findByPursuit(PursuitId pursuit) {
    return sheet(mapper.findByPursuit(pursuit));
  }

  @Override
  public void save(EvaluationSheet sheet) {
    Guarded.requireOneRow(
        mapper.update(row(sheet)),
        Subject.EVALUATION_SHEET,
        sheet.id(),
        () -> mapper.findStamp(sheet.id()));
    mapper.deleteLines(sheet.id());
    insertLines(sheet);
  }

  @Override
  public List<SheetListItem> list(
      LeadScope scope, SheetFilter filter, Optional<SheetId> after, int limit) {
    DocumentQuestion<SheetFilter, SheetId> question = question(scope, filter, after, limit);
    return lists.reading(() -> question.page(lists, SheetFilter.ALL, mapper::list)).stream()
        .map(rows::item)
        .toList();
  }

  @Override
  public Count count(LeadScope scope, SheetFilter filter) {
    DocumentQuestion<SheetFilter, SheetId> question =
        question(scope, filter, Optional.empty(), Count.LIMIT).gathered(Count.LIMIT + 1);
    return question.isOfNobody()
        ? Count.of(0)
        : lists.reading(() -> Count.of(mapper.count(question)));
  }

  private static DocumentQuestion<SheetFilter, SheetId> question(
      LeadScope scope, SheetFilter filter, Optional<SheetId> after, int limit) {
    return DocumentQuestion.of(
        scope, filter, filter.lead().orElse(null), filter.words(), null, after, limit);
  }

  private void insertLines(EvaluationSheet sheet) {
    if (!sheet.lines().isEmpty()) {
      mapper.insertLines(sheet.id(), sheet.lines());
    }
  }

  private SheetRow row(EvaluationSheet sheet) {
    String chapters =
        sheet.isFinalised() ? documents.write(sheet.frozen().chapters(), CHAPTERS) : null;
    BigDecimal net = sheet.isFinalised() ? sheet.frozen().totals().net().amount() : null;
    return rows.row(sheet.snapshot(), chapters, net);
  }

  private Optional<EvaluationSheet> sheet(@Nullable SheetRow row) {
    return row == null
        ? Optional.empty()
        : Optional.of(
            EvaluationSheet.rebuild(
                rows.sheet(row, read(row.lines(), LINES), read(row.chapters(), CHAPTERS))));
  }

  private <T> List<T> read(@Nullable String document, TypeReference<List<T>> type) {
    return document == null ? List.of() : documents.read(document, type);
  }
}
