package ro.parcurs.example.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.usecase.ItemFilter;
import ro.parcurs.crm.catalogue.usecase.ItemSort;
import ro.parcurs.crm.catalogue.usecase.ItemSummary;
import ro.parcurs.crm.catalogue.usecase.ListItems;
import ro.parcurs.crm.catalogue.usecase.ShowItem;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.SheetState;
import ro.parcurs.crm.evaluation.usecase.ListSheets;
import ro.parcurs.crm.evaluation.usecase.SheetFilter;
import ro.parcurs.crm.evaluation.usecase.SheetListItem;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadView;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.usecase.ChangeOffer;
import ro.parcurs.crm.offer.usecase.ChapterData;
import ro.parcurs.crm.offer.usecase.ChapterView;
import ro.parcurs.crm.offer.usecase.DraftOffer;
import ro.parcurs.crm.offer.usecase.GenerateOffer;
import ro.parcurs.crm.offer.usecase.LineData;
import ro.parcurs.crm.offer.usecase.OfferContentView;
import ro.parcurs.crm.offer.usecase.OfferData;
import ro.parcurs.crm.offer.usecase.OfferLineView;
import ro.parcurs.crm.offer.usecase.OfferRef;
import ro.parcurs.crm.offer.usecase.OfferView;
import ro.parcurs.crm.offer.usecase.PreviewOffer;
import ro.parcurs.crm.offer.usecase.ShowOffer;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Flash;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Option;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/**
 * Beginning an offer, from a sheet or by hand, and writing it. Chapters and lines are added and
 * taken out by buttons that send the form as it is and show it again.
 */
public final class OfferFormPages implements Pages {

  /** What a button of the form asks for, at which chapter and line. */
  private static final Pattern BUTTON =
      Pattern.compile("([a-z-]+)(?::(\\d{1,4}))?(?::(\\d{1,4}))?");

  private static final int DAYS_VALID = 30;
  private static final int MOST_CHOICES = 500;

  /** The choice of an offer without a sheet. */
  private static final String BY_HAND = "hand";

  private final Crm crm;
  private final Clock clock;

  public OfferFormPages(Crm crm, Clock clock) {
    this.crm = crm;
    this.clock = clock;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/leads/{id}/offers/add", request -> addForm(request, lead(request)))
        .post("/leads/{id}/offers/add", this::add)
        .get("/offers/{id}/edit", request -> editForm(request, offer(request)))
        .post("/offers/{id}/edit", this::edit)
        .post("/offers/{id}/edit/rows", this::rows)
        .post("/offers/{id}/edit/totals", this::totals);
  }

  // ---- beginning ----

  private Answer.View addForm(Request request, LeadView lead) {
    List<SheetListItem> sheets =
        crm.sheets()
            .list(
                request.actor(),
                new ListSheets.Query(
                    new SheetFilter("", Set.of(SheetState.FINALISED), Optional.of(lead.id())),
                    null,
                    10))
            .items();
    List<Option> sources = new ArrayList<>();
    for (SheetListItem sheet : sheets) {
      sources.add(
          new Option(sheet.id().toString(), request.text("offer.from-sheet", sheet.number())));
    }
    sources.add(new Option(BY_HAND, request.text("offer.by-hand")));
    return Answer.view("offer/add.jte")
        .with("lead", lead)
        .with("sources", sources)
        .with(
            "form",
            request
                .form()
                .setDefault("source", sources.get(0).value())
                .setDefault("validUntil", LocalDate.now(clock).plusDays(DAYS_VALID)));
  }

  private Answer add(Request request) {
    LeadView lead = lead(request);
    return request.form().text("source").equals(BY_HAND)
        ? draft(request, lead)
        : generate(request, lead);
  }

  private Answer generate(Request request, LeadView lead) {
    Form form = request.form();
    return form.submit(
        () -> new GenerateOffer.Command(form.id("source", SheetId::new), form.date("validUntil")),
        command -> {
          try {
            OfferRef ref = crm.offers().generate(request.caller(), command);
            request.say("offer.generated", ref.number());
            return Answer.to("/offers/" + ref.id());
          } catch (AlreadyExists live) {
            return existing(request, live);
          }
        },
        () -> addForm(request, lead));
  }

  private Answer draft(Request request, LeadView lead) {
    Form form = request.form();
    return form.submit(
        () ->
            new DraftOffer.Command(
                lead.id(),
                new OfferData(
                    Currency.RON,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    form.date("validUntil"))),
        command -> {
          try {
            OfferRef ref = crm.offers().draft(request.caller(), command);
            return Answer.to("/offers/" + ref.id() + "/edit");
          } catch (AlreadyExists live) {
            return existing(request, live);
          }
        },
        () -> addForm(request, lead));
  }

  private static Answer existing(Request request, AlreadyExists live) {
    request.say(Flash.Tone.NOTE, "offer.exists");
    return Answer.to("/offers/" + live.existing());
  }

  // ---- writing ----

  private Answer.View editForm(Request request, OfferView offer) {
    Form form = request.form();
    if (form.text("currency").isEmpty()) {
      fill(form, offer.content());
    }
    form.setDefault("seen", offer.version().value());
    return Answer.view("offer/edit.jte")
        .with("form", form)
        .with("offer", offer)
        .with("content", content(request, offer).orElse(offer.content()))
        .with("items", items(request))
        .with("vatRates", vatRates(request, offer));
  }

  private static void fill(Form form, OfferContentView content) {
    form.set("currency", content.currency())
        .set("exchangeRate", content.exchangeRate().map(rate -> rate.value()))
        .set("discount", content.discount().isZero() ? null : content.discount())
        .set("validUntil", content.validUntil())
        .set("deliveryTime", content.deliveryTime())
        .set("terms", content.terms())
        .set("notes", content.notes());
    for (int c = 0; c < content.chapters().size(); c++) {
      ChapterView chapter = content.chapters().get(c);
      form.set(chapter(c) + ".title", chapter.title());
      for (int i = 0; i < chapter.lines().size(); i++) {
        fill(form, line(c, i), chapter.lines().get(i));
      }
    }
  }

  private static void fill(Form form, String line, OfferLineView shown) {
    form.set(line + ".item", shown.item())
        .set(line + ".name", shown.name())
        .set(line + ".unit", shown.unit())
        .set(line + ".quantity", shown.quantity())
        .set(line + ".price", shown.price())
        .set(line + ".discount", shown.discount().isZero() ? null : shown.discount())
        .set(line + ".vat", shown.vat().code());
    if (shown.optional()) {
      form.set(line + ".optional", "yes");
    }
  }

  private Answer edit(Request request) {
    OfferView offer = offer(request);
    Form form = request.form();
    return form.submit(
        () -> new ChangeOffer.Command(offer.id(), Seen.in(form), data(form)),
        command -> {
          OfferRef ref = crm.offers().change(request.caller(), command);
          request.say("offer.saved", ref.number());
          return Answer.to("/offers/" + ref.id());
        },
        () -> editForm(request, offer));
  }

  /** Shows the form as it was typed, with a row more or less. */
  private Answer rows(Request request) {
    Form form = request.form();
    Matcher what = BUTTON.matcher(form.text("do"));
    if (what.matches()) {
      int chapter = number(what.group(2));
      int line = number(what.group(3));
      switch (what.group(1)) {
        case "add-chapter" -> addChapter(form);
        case "add-line" -> addLine(form, chapter);
        case "add-item" -> addItem(request, chapter);
        case "remove-line" -> form.removeRow(chapter(chapter) + ".lines", line);
        case "remove-chapter" -> form.removeRow("chapters", chapter);
        default -> {
          // no such button
        }
      }
    }
    return editForm(request, offer(request));
  }

  private static void addChapter(Form form) {
    int chapter = form.rows("chapters").size();
    form.set(chapter(chapter) + ".title", "");
    addLine(form, chapter);
  }

  private static String addLine(Form form, int chapter) {
    String line = line(chapter, form.rows(chapter(chapter) + ".lines").size());
    form.set(line + ".name", "")
        .set(line + ".unit", "")
        .set(line + ".quantity", "1")
        .set(line + ".price", "")
        .set(line + ".discount", "")
        .set(line + ".vat", "");
    return line;
  }

  private void addItem(Request request, int chapter) {
    Form form = request.form();
    ItemId id = form.id(chapter(chapter) + ".add", ItemId::new);
    if (id == null) {
      return;
    }
    ItemSummary item = crm.catalogue().show(request.actor(), new ShowItem.Query(id)).summary();
    String line = addLine(form, chapter);
    form.set(line + ".item", id)
        .set(line + ".name", item.details().name())
        .set(line + ".unit", item.details().unit())
        .set(line + ".vat", item.details().vat().code())
        .set(line + ".price", price(item, form.choice("currency", Currency.class)));
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** Its price, where it has one in the offer's currency alone; else the CRM converts it. */
  private static @Nullable UnitPrice price(ItemSummary item, @Nullable Currency currency) {
    return item.prices().size() == 1 && item.prices().get(0).currency() == currency
        ? item.prices().get(0)
        : null;
  }

  /** What the form would come to as it was typed. */
  private Answer totals(Request request) {
    OfferView offer = offer(request);
    Optional<OfferContentView> typed = content(request, offer);
    return Answer.view("offer/totals.jte")
        .with("content", typed.orElse(offer.content()))
        .with("stale", typed.isEmpty());
  }

  private Optional<OfferContentView> content(Request request, OfferView offer) {
    try {
      return Optional.of(
          crm.offers()
              .preview(request.actor(), new PreviewOffer.Query(offer.id(), data(request.form()))));
    } catch (CrmException unfinished) {
      return Optional.empty();
    }
  }

  // ---- what was typed ----

  private static OfferData data(Form form) {
    List<ChapterData> chapters = new ArrayList<>();
    for (int c : form.rows("chapters")) {
      List<LineData> lines = new ArrayList<>();
      for (int i : form.rows(chapter(c) + ".lines")) {
        lines.add(line(form, line(c, i)));
      }
      chapters.add(new ChapterData(form.text(chapter(c) + ".title"), lines));
    }
    return new OfferData(
        form.choice("currency", Currency.class),
        form.number("exchangeRate"),
        form.number("discount"),
        chapters,
        form.optional("notes"),
        form.optional("terms"),
        form.optional("deliveryTime"),
        form.date("validUntil"));
  }

  private static LineData line(Form form, String line) {
    return new LineData(
        form.id(line + ".item", ItemId::new),
        form.optional(line + ".name"),
        form.optional(line + ".unit"),
        form.number(line + ".quantity"),
        form.number(line + ".price"),
        form.number(line + ".discount"),
        form.optional(line + ".vat"),
        form.ticked(line + ".optional"));
  }

  static String chapter(int chapter) {
    return "chapters[" + chapter + "]";
  }

  static String line(int chapter, int line) {
    return chapter(chapter) + ".lines[" + line + "]";
  }

  private List<Option> items(Request request) {
    return Option.of(
        crm.catalogue()
            .list(
                request.actor(),
                new ListItems.Query(
                    ItemFilter.ALL.withActive(Optional.of(true)),
                    ItemSort.NAME,
                    null,
                    Math.min(MOST_CHOICES, ListItems.MAX_LIMIT)))
            .items(),
        ItemSummary::id,
        item -> item.details().name() + " (" + item.details().code() + ")");
  }

  /** The rates of today, and those that stand on the offer already. */
  private List<Option> vatRates(Request request, OfferView offer) {
    List<VatRate> rates = new ArrayList<>(crm.catalogue().vatRates(request.actor()).validToday());
    offer.content().chapters().stream()
        .flatMap(chapter -> chapter.lines().stream())
        .map(OfferLineView::vat)
        .filter(vat -> rates.stream().noneMatch(rate -> rate.code().equals(vat.code())))
        .distinct()
        .forEach(rates::add);
    return Option.of(
        rates,
        VatRate::code,
        rate -> rate.exempt() ? request.text("offer.vat.exempt") : rate.percentage().toString());
  }

  private LeadView lead(Request request) {
    return crm.leads().show(request.actor(), new ShowLead.Query(request.id("id", LeadId::new)));
  }

  private OfferView offer(Request request) {
    return crm.offers().show(request.actor(), new ShowOffer.Query(request.id("id", OfferId::new)));
  }
}
