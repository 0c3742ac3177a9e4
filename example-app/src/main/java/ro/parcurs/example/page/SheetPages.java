package ro.parcurs.example.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.catalogue.Explosion;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.SheetState;
import ro.parcurs.crm.evaluation.usecase.AddSheet;
import ro.parcurs.crm.evaluation.usecase.ChangeSheet;
import ro.parcurs.crm.evaluation.usecase.DiscardSheet;
import ro.parcurs.crm.evaluation.usecase.FinaliseSheet;
import ro.parcurs.crm.evaluation.usecase.ListSheets;
import ro.parcurs.crm.evaluation.usecase.PreviewSheet;
import ro.parcurs.crm.evaluation.usecase.SheetFigures;
import ro.parcurs.crm.evaluation.usecase.SheetFilter;
import ro.parcurs.crm.evaluation.usecase.SheetLineData;
import ro.parcurs.crm.evaluation.usecase.SheetLineView;
import ro.parcurs.crm.evaluation.usecase.SheetTermsData;
import ro.parcurs.crm.evaluation.usecase.SheetUseCases;
import ro.parcurs.crm.evaluation.usecase.SheetView;
import ro.parcurs.crm.evaluation.usecase.ShowSheet;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadView;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.ExchangeRate;
import ro.parcurs.crm.offer.usecase.ReopenSheet;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** Evaluation sheets: their list, the tab of a lead, and the page of a sheet with live totals. */
public final class SheetPages implements Pages {

  private static final int PAGE = 50;
  private static final String LINES = "lines";

  private final Crm crm;
  private final SheetUseCases sheets;
  private final ItemPicker picker;

  public SheetPages(Crm crm) {
    this.crm = crm;
    this.sheets = crm.sheets();
    this.picker = new ItemPicker(crm.catalogue());
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/sheets", this::list)
        .get("/sheets/{id}", this::show)
        .post("/sheets/{id}", this::save)
        .post("/sheets/{id}/figures", this::figures)
        .post("/sheets/{id}/finalise", this::finalise)
        .post("/sheets/{id}/reopen", this::reopen)
        .post("/sheets/{id}/discard", this::discard)
        .get("/leads/{id}/sheets", this::ofLead)
        .post("/leads/{id}/sheets", this::add);
  }

  // ---- lists ----

  private Answer list(Request request) {
    Form form =
        request
            .form()
            .setDefault("q", request.query("q"))
            .setDefault("state", request.query("state"));
    StringJoiner address = new StringJoiner("&", "/sheets?", "");
    for (String name : List.of("q", "state")) {
      if (!request.query(name).isEmpty()) {
        address.add(name + "=" + URLEncoder.encode(request.query(name), StandardCharsets.UTF_8));
      }
    }
    SheetFilter filter =
        SheetFilter.ALL
            .withText(request.query("q"))
            .withStates(
                request.queryChoice("state", SheetState.class).map(Set::of).orElseGet(Set::of));
    return Answer.view("sheet/list.jte")
        .with("form", form)
        .with("address", address.toString())
        .with("narrowed", !filter.equals(SheetFilter.ALL))
        .with("firstPage", request.query("after").isEmpty())
        .with(
            "sheets",
            sheets.list(
                request.actor(),
                new ListSheets.Query(
                    filter, request.queryId("after", SheetId::new).orElse(null), PAGE)));
  }

  private Answer.View ofLead(Request request) {
    LeadId id = request.id("id", LeadId::new);
    LeadView lead = crm.leads().show(request.actor(), new ShowLead.Query(id));
    return Answer.view("sheet/of-lead.jte")
        .with("lead", lead)
        .with("form", request.form())
        .with(
            "sheets",
            sheets.list(
                request.actor(),
                new ListSheets.Query(SheetFilter.ALL.withLead(id), null, ListSheets.MAX_LIMIT)));
  }

  private Answer add(Request request) {
    LeadId id = request.id("id", LeadId::new);
    return request
        .form()
        .submit(
            () -> new AddSheet.Command(id),
            command -> {
              try {
                var sheet = sheets.add(request.caller(), command);
                request.say("sheet.added", sheet.number());
                return Answer.to("/sheets/" + sheet.id());
              } catch (AlreadyExists existing) {
                return Answer.to("/sheets/" + existing.existing());
              }
            },
            () -> ofLead(request));
  }

  // ---- one sheet ----

  private Answer.View show(Request request) {
    SheetView sheet = sheet(request);
    Form form = request.form().setDefault("seen", sheet.version().value());
    boolean editable = sheet.state() == SheetState.DRAFT && sheet.mayChange();
    if (editable) {
      fill(form, sheet);
    }
    return Answer.view("sheet/sheet.jte")
        .with("form", form)
        .with("sheet", sheet)
        .with("editable", editable)
        .with("figures", sheet.figures())
        .with("problems", problems(request, sheet.figures()))
        .with("suggestions", editable ? picker.suggestions(request.actor()) : List.of());
  }

  private static void fill(Form form, SheetView sheet) {
    if (form.rows(LINES).isEmpty()) {
      List<SheetLineView> lines = sheet.figures().lines();
      for (int i = 0; i < lines.size(); i++) {
        SheetLineView line = lines.get(i);
        form.set(ItemPicker.item(LINES, i), line.code() + " – " + line.name())
            .set(ItemPicker.quantity(LINES, i), line.quantity());
      }
    }
    ItemPicker.addSpareRows(form, LINES);
    form.setDefault("currency", sheet.terms().pricing().currency())
        .setDefault("exchangeRate", sheet.terms().pricing().rate().map(ExchangeRate::value))
        .setDefault("explosion", sheet.terms().explosion());
  }

  private Answer save(Request request) {
    SheetId id = request.id("id", SheetId::new);
    Form form = request.form();
    return form.submit(
        () ->
            new ChangeSheet.Command(
                id,
                Seen.in(form),
                picker.read(form, LINES, request.actor(), SheetLineData::new),
                terms(form)),
        command -> {
          sheets.change(request.caller(), command);
          request.say("sheet.saved");
          return Answer.to("/sheets/" + id);
        },
        () -> show(request));
  }

  /** What the lines typed so far come to; those that are not yet whole are left out. */
  private Answer figures(Request request) {
    SheetId id = request.id("id", SheetId::new);
    Form form = request.form();
    SheetFigures figures;
    try {
      List<SheetLineData> whole =
          picker.read(form, LINES, request.actor(), SheetLineData::new).stream()
              .filter(line -> line.item() != null && line.quantity() != null)
              .filter(line -> Objects.requireNonNull(line.quantity()).signum() > 0)
              .toList();
      figures = sheets.preview(request.actor(), new PreviewSheet.Query(id, whole, terms(form)));
    } catch (CrmException notYet) {
      figures = new SheetFigures(List.of(), Optional.empty(), Optional.of(notYet));
    }
    return Answer.view("sheet/figures.jte")
        .with("figures", figures)
        .with("problems", problems(request, figures));
  }

  private Answer finalise(Request request) {
    SheetId id = request.id("id", SheetId::new);
    return request
        .form()
        .submit(
            () -> new FinaliseSheet.Command(id, Seen.in(request.form())),
            command -> {
              sheets.finalise(request.caller(), command);
              request.say("sheet.finalised");
              return Answer.to("/sheets/" + id);
            },
            () -> show(request));
  }

  private Answer reopen(Request request) {
    SheetId id = request.id("id", SheetId::new);
    return request
        .form()
        .submit(
            () -> new ReopenSheet.Command(id, Seen.in(request.form())),
            command -> {
              crm.offers().reopenSheet(request.caller(), command);
              request.say("sheet.reopened");
              return Answer.to("/sheets/" + id);
            },
            () -> show(request));
  }

  private Answer discard(Request request) {
    SheetId id = request.id("id", SheetId::new);
    return request
        .form()
        .submit(
            () -> new DiscardSheet.Command(id, Seen.in(request.form())),
            command -> {
              sheets.discard(request.caller(), command);
              request.say("sheet.discarded");
              return Answer.to("/sheets/" + id);
            },
            () -> show(request));
  }

  private SheetView sheet(Request request) {
    return sheets.show(request.actor(), new ShowSheet.Query(request.id("id", SheetId::new)));
  }

  private static SheetTermsData terms(Form form) {
    return new SheetTermsData(
        form.choice("currency", Currency.class),
        form.number("exchangeRate"),
        form.choice("explosion", Explosion.class));
  }

  /** Why something can't be priced, as sentences, each once. */
  private List<String> problems(Request request, SheetFigures figures) {
    return Stream.concat(
            figures.problem().stream(),
            figures.lines().stream().flatMap(line -> line.problem().stream()))
        .map(problem -> crm.messages().of(problem, request.locale()))
        .distinct()
        .toList();
  }
}
