package ro.parcurs.example.page;

import java.util.List;
import ro.parcurs.crm.message.Messages;
import ro.parcurs.crm.spreadsheet.RowFault;
import ro.parcurs.crm.spreadsheet.WorkbookSource;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/**
 * The pages of an import that takes a workbook over whole or not at all: the file is sent, looked
 * at, looked at otherwise as often as somebody likes, and taken over. What is in it, each kind of
 * import says.
 *
 * @param <C> what can be chosen: the sheets, what their columns mean, and the like
 * @param <P> what is shown before
 * @param <K> the command that takes it over
 */
abstract class WholeImportPages<C, P, K> implements Pages {

  private final String route;
  private final C nothingChosen;
  private final Messages messages;
  private final SentWorkbooks sent;

  /**
   * @param route where the file is sent; what follows is below
   */
  WholeImportPages(String route, C nothingChosen, Messages messages, SentWorkbooks sent) {
    this.route = route;
    this.nothingChosen = nothingChosen;
    this.messages = messages;
    this.sent = sent;
  }

  /** The route with what the address of the request has in its places. */
  abstract String at(Request request);

  /** The page with the form that sends a file. */
  abstract Answer.View sending(Request request);

  /** What the address says. */
  abstract C chosenByAddress(Request request);

  /** What the form says. */
  abstract C chosenBy(Form form);

  abstract P look(Request request, WorkbookSource file, C choice);

  /** Everything that is wrong in the file. */
  abstract List<RowFault> faults(P preview);

  /** The page that shows it; where it is, its name and its faults are added. */
  abstract Answer.View shown(Request request, C choice, P preview);

  abstract K command(Request request, WorkbookSource file, C choice);

  /** Takes it over, says so, and goes on to where it is now. */
  abstract Answer takeOver(Request request, K command);

  final Messages messages() {
    return messages;
  }

  @Override
  public final void register(Routes routes) {
    routes
        .get(route, this::sending)
        .post(route, this::send)
        .get(route + "/{file}", request -> shown(request, chosenByAddress(request)))
        .post(route + "/{file}/preview", this::again)
        .post(route + "/{file}/run", this::run);
  }

  private Answer send(Request request) {
    Form form = request.form();
    return form.submit(
        () -> sent.keep(request, file -> look(request, file, nothingChosen)),
        file -> Answer.to(at(request) + "/" + file),
        () -> {
          form.setDefault("file", "");
          return sending(request);
        });
  }

  private Answer again(Request request) {
    Form form = request.form();
    return form.submit(
        () -> chosenBy(form),
        choice -> shown(request, choice),
        () -> shown(request, nothingChosen));
  }

  private Answer run(Request request) {
    Form form = request.form();
    KeptWorkbooks.Kept file = sent.of(request);
    return form.submit(
        () -> command(request, file.source(), chosenBy(form)),
        command -> {
          Answer next = takeOver(request, command);
          sent.imported(request.actor().id(), sent.hash(request));
          return next;
        },
        () -> shown(request, form.refusal().isPresent() ? chosenBy(form) : nothingChosen));
  }

  private Answer.View shown(Request request, C choice) {
    KeptWorkbooks.Kept file = sent.of(request);
    P preview = look(request, file.source(), choice);
    return shown(request, choice, preview)
        .with("form", request.form())
        .with("at", at(request) + "/" + sent.hash(request))
        .with("name", file.name())
        .with("preview", preview)
        .with(
            "faults",
            faults(preview).stream().map(fault -> messages.of(fault, request.locale())).toList());
  }
}
