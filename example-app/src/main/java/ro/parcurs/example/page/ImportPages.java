package ro.parcurs.example.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.lead.usecase.CancelImport;
import ro.parcurs.crm.lead.usecase.DuplicateRule;
import ro.parcurs.crm.lead.usecase.ExportFailedRows;
import ro.parcurs.crm.lead.usecase.ImportLeads;
import ro.parcurs.crm.lead.usecase.ImportPlan;
import ro.parcurs.crm.lead.usecase.ImportRun;
import ro.parcurs.crm.lead.usecase.ImportRunId;
import ro.parcurs.crm.lead.usecase.ImportRunState;
import ro.parcurs.crm.lead.usecase.LeadColumn;
import ro.parcurs.crm.lead.usecase.LeadImports;
import ro.parcurs.crm.lead.usecase.ListImports;
import ro.parcurs.crm.lead.usecase.PreviewImport;
import ro.parcurs.crm.lead.usecase.ShowImport;
import ro.parcurs.crm.message.Messages;
import ro.parcurs.crm.spreadsheet.KnownColumn;
import ro.parcurs.crm.spreadsheet.PreviewedRow;
import ro.parcurs.crm.spreadsheet.UnreadColumns;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** Leads from workbooks: the file is sent, looked at, imported, and its failed rows given back. */
public final class ImportPages implements Pages {

  private static final int SHOWN = 20;
  private static final String COLUMNS = "columns";

  private final LeadImports imports;
  private final Messages messages;
  private final SentWorkbooks sent;
  private final RunningImports running;

  public ImportPages(LeadImports imports, Messages messages, SentWorkbooks sent) {
    this.imports = imports;
    this.messages = messages;
    this.sent = sent;
    this.running = new RunningImports(imports);
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/imports", this::list)
        .post("/imports", this::send)
        .get("/imports/files/{file}", this::preview)
        .post("/imports/files/{file}/preview", this::previewAgain)
        .post("/imports/files/{file}/run", this::run)
        .get("/imports/{run}", this::show)
        .post("/imports/{run}/cancel", this::cancel)
        .post("/imports/{run}/resume", this::resume)
        .get("/imports/{run}/failed", this::failed);
  }

  // ---- sending a file ----

  private Answer.View list(Request request) {
    return Answer.view("workbook/imports.jte")
        .with("form", request.form())
        .with("runs", imports.list(request.actor(), new ListImports.Query(SHOWN)));
  }

  private Answer send(Request request) {
    Form form = request.form().setDefault("file", "");
    return form.submit(
        () -> sent.keep(request, file -> look(request, new PreviewImport.Query(file, null, null))),
        file -> Answer.to("/imports/files/" + file),
        () -> list(request));
  }

  // ---- looking at it ----

  private Answer.View preview(Request request) {
    Form form = request.form().setDefault("duplicates", DuplicateRule.SKIP);
    String sheet = request.query("sheet");
    return previewed(request, form, sheet.isEmpty() ? null : sheet, null);
  }

  private Answer previewAgain(Request request) {
    Form form = request.form();
    return form.submit(
        () -> places(form),
        places -> previewed(request, form, form.optional("sheet"), places),
        () -> previewed(request, form, form.optional("sheet"), null));
  }

  private Answer.View previewed(
      Request request,
      Form form,
      @Nullable String sheet,
      @Nullable Map<LeadColumn, Integer> places) {
    KeptWorkbooks.Kept file = sent.of(request);
    PreviewImport.Preview preview =
        look(request, new PreviewImport.Query(file.source(), sheet, places));
    preview
        .columns()
        .places()
        .forEach(
            (column, place) -> form.setDefault(ShownTable.input(COLUMNS, place), column.name()));
    Set<Integer> shown = new TreeSet<>(preview.columns().headings().keySet());
    shown.addAll(preview.columns().places().values());
    shown.forEach(place -> form.setDefault(ShownTable.input(COLUMNS, place), ""));
    return Answer.view("workbook/preview.jte")
        .with("form", form)
        .with("file", sent.hash(request))
        .with("name", file.name())
        .with("preview", preview)
        .with("places", List.copyOf(shown))
        .with("columns", Stream.of(LeadColumn.values()).filter(LeadColumn::isRead).toList())
        .with("faults", preview.first().stream().map(row -> faults(request, row)).toList());
  }

  private String faults(Request request, PreviewedRow row) {
    return KnownColumn.sentences(row.faults(), LeadColumn.class, messages, request.locale());
  }

  private PreviewImport.Preview look(Request request, PreviewImport.Query query) {
    return SentWorkbooks.read(() -> imports.preview(request.actor(), query));
  }

  private static Map<LeadColumn, Integer> places(Form form) {
    Map<LeadColumn, Integer> places = ShownTable.places(form, COLUMNS, LeadColumn.class);
    return places == null ? Map.of() : places;
  }

  // ---- importing ----

  private Answer run(Request request) {
    Form form = request.form();
    KeptWorkbooks.Kept file = sent.of(request);
    return form.submit(
        () ->
            new ImportLeads.Command(
                file.source(),
                file.name(),
                form.optional("sheet"),
                places(form),
                form.choice("duplicates", DuplicateRule.class),
                request.locale()),
        command -> started(request, sent.hash(request), command),
        () -> previewed(request, form, form.optional("sheet"), null));
  }

  private Answer started(Request request, Sha256 file, ImportLeads.Command command) {
    UserId user = request.actor().id();
    ImportRunId run =
        SentWorkbooks.read(
            () ->
                running.start(
                    List.of(user, file),
                    Caller.of(request.actor()),
                    command,
                    ended -> forgetIfWhole(user, ended)));
    return Answer.to("/imports/" + run);
  }

  /** Of one that was stopped, or has failed rows to give back, the file is needed. */
  private void forgetIfWhole(UserId user, ImportRun run) {
    if (!run.isUnfinished() && run.counts().failed() == 0) {
      sent.imported(user, run.plan().file());
    }
  }

  private Answer.View show(Request request) {
    ImportRun run = found(request);
    return Answer.view("workbook/run.jte")
        .with("form", request.form())
        .with("run", run)
        .with("unread", UnreadColumns.of(run.plan().ignored(), LeadColumn.class, messages))
        .with("here", running.isRunning(run))
        .with("kept", sent.find(request, run.plan().file()).isPresent());
  }

  private Answer cancel(Request request) {
    ImportRunId run = request.id("run", ImportRunId::new);
    return request
        .form()
        .submit(
            () -> new CancelImport.Command(run),
            command -> {
              imports.cancel(request.caller(), command);
              return Answer.to("/imports/" + run);
            },
            () -> show(request));
  }

  /** Goes on with one that was cancelled or broken off. */
  private Answer resume(Request request) {
    ImportRun run = found(request);
    ImportPlan plan = run.plan();
    if (run.state() == ImportRunState.FINISHED) {
      return Answer.to("/imports/" + run.id());
    }
    KeptWorkbooks.Kept file = sent.get(request, plan.file());
    return request
        .form()
        .submit(
            () ->
                new ImportLeads.Command(
                    file.source(),
                    plan.fileName(),
                    plan.sheet(),
                    plan.places(),
                    plan.duplicates(),
                    request.locale()),
            command -> started(request, plan.file(), command),
            () -> show(request));
  }

  private Answer failed(Request request) {
    ImportRun run = found(request);
    KeptWorkbooks.Kept file = sent.get(request, run.plan().file());
    return WorkbookAnswer.of(
        run.plan().fileName().replaceFirst("\\.[^.]*$", "")
            + "-"
            + request.text("workbook.failed-suffix"),
        to ->
            imports.exportFailed(
                request.actor(),
                new ExportFailedRows.Query(run.id(), file.source(), request.locale()),
                to));
  }

  private ImportRun found(Request request) {
    return imports.show(request.actor(), new ShowImport.Query(request.id("run", ImportRunId::new)));
  }
}
