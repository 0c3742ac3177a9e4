package ro.parcurs.example.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.message.Messages;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.usecase.ImportOfferLines;
import ro.parcurs.crm.offer.usecase.LinesRule;
import ro.parcurs.crm.offer.usecase.OfferColumn;
import ro.parcurs.crm.offer.usecase.OfferUseCases;
import ro.parcurs.crm.offer.usecase.OfferView;
import ro.parcurs.crm.offer.usecase.PreviewLinesImport;
import ro.parcurs.crm.offer.usecase.PreviewLinesImport.Preview;
import ro.parcurs.crm.offer.usecase.ShowOffer;
import ro.parcurs.crm.spreadsheet.RowFault;
import ro.parcurs.crm.spreadsheet.WorkbookSource;
import ro.parcurs.example.page.LineImportPages.Choice;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Request;

/** Lines of a draft from a workbook. */
public final class LineImportPages
    extends WholeImportPages<Choice, Preview, ImportOfferLines.Command> {

  private static final String COLUMNS = "columns";

  private final OfferUseCases offers;

  /** What the form or the address says. */
  record Choice(
      @Nullable String sheet, @Nullable Map<OfferColumn, Integer> places, LinesRule rule) {

    private static final Choice NONE = new Choice(null, null, LinesRule.ADD);
  }

  public LineImportPages(OfferUseCases offers, Messages messages, SentWorkbooks sent) {
    super("/offers/{id}/import", Choice.NONE, messages, sent);
    this.offers = offers;
  }

  @Override
  String at(Request request) {
    return "/offers/" + id(request) + "/import";
  }

  @Override
  Answer.View sending(Request request) {
    return Answer.view("table/lines-send.jte")
        .with("form", request.form())
        .with("offer", offer(request));
  }

  @Override
  Choice chosenByAddress(Request request) {
    String sheet = request.query("sheet");
    return new Choice(
        sheet.isEmpty() ? null : sheet,
        null,
        request.queryChoice("rule", LinesRule.class).orElse(LinesRule.ADD));
  }

  @Override
  Choice chosenBy(Form form) {
    LinesRule rule = form.choice("rule", LinesRule.class);
    return new Choice(
        form.optional("sheet"),
        ShownTable.places(form, COLUMNS, OfferColumn.class),
        rule == null ? LinesRule.ADD : rule);
  }

  @Override
  Preview look(Request request, WorkbookSource file, Choice choice) {
    return SentWorkbooks.read(
        () ->
            offers.previewImport(
                request.actor(),
                new PreviewLinesImport.Query(
                    id(request),
                    file,
                    choice.sheet(),
                    choice.places(),
                    choice.rule(),
                    request.locale())));
  }

  @Override
  List<RowFault> faults(Preview preview) {
    return preview.faults();
  }

  @Override
  Answer.View shown(Request request, Choice choice, Preview preview) {
    OfferView offer = offer(request);
    request.form().setDefault("rule", choice.rule()).seen(offer.version());
    return Answer.view("table/lines-import.jte")
        .with("offer", offer)
        .with(
            "table",
            ShownTable.of(preview.table(), OfferColumn.class, COLUMNS, request, messages()));
  }

  @Override
  ImportOfferLines.Command command(Request request, WorkbookSource file, Choice choice) {
    return new ImportOfferLines.Command(
        id(request),
        Seen.in(request.form()),
        file,
        choice.sheet(),
        choice.places(),
        choice.rule(),
        request.locale());
  }

  @Override
  Answer takeOver(Request request, ImportOfferLines.Command command) {
    SentWorkbooks.read(() -> offers.importLines(request.caller(), command));
    request.say("table.lines.done");
    return Answer.to("/offers/" + id(request));
  }

  private static OfferId id(Request request) {
    return request.id("id", OfferId::new);
  }

  private OfferView offer(Request request) {
    return offers.show(request.actor(), new ShowOffer.Query(id(request)));
  }
}
