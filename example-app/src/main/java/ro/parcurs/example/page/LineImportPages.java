package ro.parcurs.example.page;

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
import ro.parcurs.crm.spreadsheet.WorkbookSource;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** Lines of a draft from a workbook: the file is sent, looked at, and taken over whole or not. */
public final class LineImportPages implements Pages {

  private static final String AT = "/offers/{id}/import";
  private static final String COLUMNS = "columns";

  private final OfferUseCases offers;
  private final Messages messages;
  private final SentWorkbooks sent;

  /** What the form or the address says. */
  private record Choice(
      @Nullable String sheet, @Nullable Map<OfferColumn, Integer> places, LinesRule rule) {

    private static final Choice NONE = new Choice(null, null, LinesRule.ADD);

    static Choice of(Request request) {
      String sheet = request.query("sheet");
      return new Choice(
          sheet.isEmpty() ? null : sheet,
          null,
          request.queryChoice("rule", LinesRule.class).orElse(LinesRule.ADD));
    }

    static Choice of(Form form) {
      LinesRule rule = form.choice("rule", LinesRule.class);
      return new Choice(
          form.optional("sheet"),
          ShownTable.places(form, COLUMNS, OfferColumn.class),
          rule == null ? LinesRule.ADD : rule);
    }
  }

  public LineImportPages(OfferUseCases offers, Messages messages, SentWorkbooks sent) {
    this.offers = offers;
    this.messages = messages;
    this.sent = sent;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get(AT, this::form)
        .post(AT, this::send)
        .get(AT + "/{file}", request -> shown(request, Choice.of(request)))
        .post(AT + "/{file}/preview", this::again)
        .post(AT + "/{file}/run", this::run);
  }

  private Answer.View form(Request request) {
    return Answer.view("table/lines-send.jte")
        .with("form", request.form())
        .with("offer", offer(request));
  }

  private Answer send(Request request) {
    Form form = request.form();
    return form.submit(
        () -> sent.keep(request, file -> look(request, file, Choice.NONE)),
        file -> Answer.to("/offers/" + id(request) + "/import/" + file),
        () -> {
          form.setDefault("file", "");
          return form(request);
        });
  }

  private Answer again(Request request) {
    Form form = request.form();
    return form.submit(
        () -> Choice.of(form), choice -> shown(request, choice), () -> shown(request, Choice.NONE));
  }

  private Answer.View shown(Request request, Choice choice) {
    KeptWorkbooks.Kept file = sent.of(request);
    OfferView offer = offer(request);
    Preview preview = look(request, file.source(), choice);
    Form form = request.form().setDefault("rule", choice.rule());
    form.seen(offer.version());
    return Answer.view("table/lines-import.jte")
        .with("form", form)
        .with("at", "/offers/" + offer.id() + "/import/" + sent.hash(request))
        .with("name", file.name())
        .with("offer", offer)
        .with("preview", preview)
        .with(
            "table", ShownTable.of(preview.table(), OfferColumn.class, COLUMNS, request, messages))
        .with(
            "faults",
            preview.faults().stream().map(fault -> messages.of(fault, request.locale())).toList());
  }

  private Preview look(Request request, WorkbookSource file, Choice choice) {
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

  private Answer run(Request request) {
    Form form = request.form();
    OfferId id = id(request);
    KeptWorkbooks.Kept file = sent.of(request);
    return form.submit(
        () -> {
          Choice choice = Choice.of(form);
          return new ImportOfferLines.Command(
              id,
              Seen.in(form),
              file.source(),
              choice.sheet(),
              choice.places(),
              choice.rule(),
              request.locale());
        },
        command -> {
          SentWorkbooks.read(() -> offers.importLines(request.caller(), command));
          request.say("table.lines.done");
          sent.imported(request.actor().id(), sent.hash(request));
          return Answer.to("/offers/" + id);
        },
        () -> shown(request, form.refusal().isPresent() ? Choice.of(form) : Choice.NONE));
  }

  private static OfferId id(Request request) {
    return request.id("id", OfferId::new);
  }

  private OfferView offer(Request request) {
    return offers.show(request.actor(), new ShowOffer.Query(id(request)));
  }
}
