package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.work.Caller;

/** Everything that can be done to import leads from workbooks. Thread-safe. */
public final class LeadImports {

  private final PreviewImport preview;
  private final ImportLeads run;
  private final CancelImport cancel;
  private final ShowImport show;
  private final ListImports list;
  private final ExportFailedRows exportFailed;

  @Inject
  public LeadImports(
      PreviewImport preview,
      ImportLeads run,
      CancelImport cancel,
      ShowImport show,
      ListImports list,
      ExportFailedRows exportFailed) {
    this.preview = preview;
    this.run = run;
    this.cancel = cancel;
    this.show = show;
    this.list = list;
    this.exportFailed = exportFailed;
  }

  /**
   * @see PreviewImport
   */
  public PreviewImport.Preview preview(Actor actor, PreviewImport.Query query) throws IOException {
    return preview.handle(actor, query);
  }

  /**
   * @see ImportLeads
   */
  public ImportRun run(Caller caller, ImportLeads.Command command, ImportLeads.Listener listener)
      throws IOException {
    return run.handle(caller, command, listener);
  }

  /**
   * @see CancelImport
   */
  public CancelImport.Result cancel(Caller caller, CancelImport.Command command) {
    return cancel.handle(caller, command);
  }

  /**
   * @see ShowImport
   */
  public ImportRun show(Actor actor, ShowImport.Query query) {
    return show.handle(actor, query);
  }

  /**
   * @see ListImports
   */
  public List<ImportRun> list(Actor actor, ListImports.Query query) {
    return list.handle(actor, query);
  }

  /**
   * @see ExportFailedRows
   */
  public void exportFailed(Actor actor, ExportFailedRows.Query query, OutputStream to)
      throws IOException {
    exportFailed.handle(actor, query, to);
  }
}
