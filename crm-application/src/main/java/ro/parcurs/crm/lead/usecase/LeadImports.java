package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.work.Caller;

/** Everything that can be done to import leads from workbooks. Thread-safe. */
public final class LeadImports {

  private final PreviewImport preview;
  private final ImportLeads run;
  private final ShowImport show;
  private final ExportFailedRows exportFailed;

  @Inject
  public LeadImports(
      PreviewImport preview, ImportLeads run, ShowImport show, ExportFailedRows exportFailed) {
    this.preview = preview;
    this.run = run;
    this.show = show;
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
  public ImportRun run(
      Caller caller, ImportLeads.Command command, ImportProgress.Listener listener)
      throws IOException {
    return run.handle(caller, command, listener);
  }

  /**
   * @see ShowImport
   */
  public ImportRun show(Actor actor, ShowImport.Query query) {
    return show.handle(actor, query);
  }

  /**
   * @see ExportFailedRows
   */
  public void exportFailed(Actor actor, ExportFailedRows.Query query, OutputStream to)
      throws IOException {
    exportFailed.handle(actor, query, to);
  }
}
