package ro.parcurs.crm.adapter.mail.document;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.adapter.mail.document.OfferPdf.Logo;
import ro.parcurs.crm.adapter.mail.document.OfferPdf.Seller;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.company.TradeRegisterNumber;
import ro.parcurs.crm.company.VatStatus;
import ro.parcurs.crm.company.Website;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.money.VatSubtotal;
import ro.parcurs.crm.offer.usecase.ChapterView;
import ro.parcurs.crm.offer.usecase.OfferContentView;
import ro.parcurs.crm.offer.usecase.OfferLineView;
import ro.parcurs.crm.offer.usecase.OfferView;

/**
 * What a template may show, made ready: texts, and yes or no. Every name is there for every offer;
 * what an offer hasn't got is {@code false}. The names are told in docs/offer-document.md.
 */
final class OfferModel {

  /** Number, name, unit, quantity, price, VAT: all before the value but the discount. */
  private static final int COLUMNS_BEFORE_VALUE = 6;

  /** The first line has the head above it, the last one the totals below; one line has both. */
  private static final int SHORT = 1;

  private static final int LONGEST_QUANTITY = 10;
  private static final int LONGEST_PRICE = 11;
  private static final int LONGEST_AMOUNT = 13;

  private final OfferView offer;
  private final OfferContentView content;
  private final boolean english;
  private final Figures figures;
  private int position;

  private OfferModel(OfferView offer, boolean english) {
    this.offer = offer;
    this.content = offer.content();
    this.english = english;
    this.figures = new Figures(english);
  }

  /** The day and hour that the document is of: when it became what it is. */
  static Instant date(OfferView offer) {
    return offer.milestones().finalised().map(Stamp::at).orElse(offer.changed().at());
  }

  static Map<String, Object> of(
      OfferView offer, CompanyProfile client, Seller seller, Locale language) {
    return new OfferModel(offer, language.getLanguage().equals("en")).all(client, seller);
  }

  private Map<String, Object> all(CompanyProfile client, Seller seller) {
    Map<String, Object> model = new HashMap<>();
    model.put("language", english ? "en" : "ro");
    model.put("words", Words.of(english));
    model.put("number", offer.number().toString());
    model.put("draft", offer.milestones().finalised().isEmpty());
    model.put("date", figures.date(LocalDate.ofInstant(date(offer), CrmModule.ZONE)));
    model.put("validUntil", figures.date(content.validUntil()));
    model.put("author", text(offer.milestones().drafted().name()));
    model.put("currency", content.currency().name());
    model.put("exchangeRate", or(content.exchangeRate(), figures::rate));
    model.put("vatChange", or(offer.vatChange(), figures::date));
    model.put("deliveryTime", or(content.deliveryTime(), OfferModel::text));
    model.put("terms", or(content.terms(), OfferModel::text));
    model.put("notes", or(content.notes(), OfferModel::text));
    model.put("seller", seller(seller));
    model.put("client", company(client));
    lines(model);
    model.put("totals", totals());
    return model;
  }

  // ---- who ----

  private static Map<String, Object> seller(Seller seller) {
    Map<String, Object> model = company(seller.company());
    model.put("bank", or(seller.bank(), OfferModel::text));
    model.put("logo", or(seller.logo(), Logo::address));
    return model;
  }

  private static Map<String, Object> company(CompanyProfile company) {
    Map<String, Object> model = new HashMap<>();
    boolean payer = company.vat().filter(VatStatus::isPayer).isPresent();
    model.put("name", text(company.name()));
    model.put("cui", (payer ? "RO" : "") + company.cui().digits());
    model.put("address", text(company.address().inOneLine()));
    model.put("register", or(company.tradeRegisterNumber(), TradeRegisterNumber::toString));
    model.put("iban", or(company.iban(), iban -> inFours(iban.value())));
    model.put("phone", or(company.phone(), PhoneNumber::shown));
    model.put("email", or(company.email(), EmailAddress::toString));
    model.put("website", or(company.website(), Website::toString));
    return model;
  }

  private static String inFours(String iban) {
    return iban.replaceAll("(.{4})(?!$)", "$1\u00a0");
  }

  // ---- what ----

  private void lines(Map<String, Object> model) {
    boolean discounts =
        content.chapters().stream()
            .flatMap(chapter -> chapter.lines().stream())
            .anyMatch(line -> !line.discount().isZero());
    model.put("discounts", discounts);
    model.put("wide", isWide());
    int columnsBeforeValue = COLUMNS_BEFORE_VALUE + (discounts ? 1 : 0);
    model.put("columnsBeforeValue", Integer.toString(columnsBeforeValue));
    model.put("columnsBeforeTotal", Integer.toString(columnsBeforeValue - 1));
    model.put("columns", Integer.toString(columnsBeforeValue + 1));
    long offered = content.chapters().stream().mapToLong(c -> c.offered().size()).sum();
    long optional = content.chapters().stream().mapToLong(c -> c.optional().size()).sum();
    model.put("hasLines", offered > 0);
    model.put("short", offered <= SHORT);
    model.put("optionalShort", optional <= SHORT);
    model.put("chapters", chapters(ChapterView::offered, chapter -> figures.amount(chapter.net())));
    model.put("hasOptional", content.hasOptional());
    model.put("optionalChapters", chapters(ChapterView::optional, chapter -> ""));
    model.put("optionalTotal", figures.money(content.optional()));
  }

  /** Whether figures are too long for columns that leave names their room. */
  private boolean isWide() {
    return isLong(content.totals().gross())
        || content.chapters().stream().anyMatch(chapter -> isLong(chapter.net()))
        || content.chapters().stream()
            .flatMap(chapter -> chapter.lines().stream())
            .anyMatch(
                line ->
                    isLong(line.net())
                        || figures.quantity(line.quantity()).length() > LONGEST_QUANTITY
                        || figures.price(line.price()).length() > LONGEST_PRICE);
  }

  private boolean isLong(Money amount) {
    return figures.amount(amount).length() > LONGEST_AMOUNT;
  }

  private List<Map<String, Object>> chapters(
      Function<ChapterView, List<OfferLineView>> lines, Function<ChapterView, String> net) {
    List<Map<String, Object>> chapters = new ArrayList<>();
    for (ChapterView chapter : content.chapters()) {
      if (!lines.apply(chapter).isEmpty()) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", text(chapter.title()));
        model.put("lines", lines.apply(chapter).stream().map(this::line).toList());
        model.put("subtotal", net.apply(chapter));
        model.put("closing", false);
        chapters.add(model);
      }
    }
    if (!chapters.isEmpty()) {
      chapters.get(chapters.size() - 1).put("closing", true);
    }
    return chapters;
  }

  private Map<String, Object> line(OfferLineView line) {
    position++;
    Map<String, Object> model = new HashMap<>();
    model.put("position", Integer.toString(position));
    model.put("name", text(line.name()));
    model.put("code", or(line.code(), code -> text(code.value())));
    model.put("unit", text(line.unit()));
    model.put("quantity", figures.quantity(line.quantity()));
    model.put("price", figures.price(line.price()));
    model.put("discount", line.discount().isZero() ? "" : figures.percentage(line.discount()));
    model.put("vat", rate(line.vat()));
    model.put("net", figures.amount(line.net()));
    return model;
  }

  private String rate(VatRate rate) {
    return rate.exempt()
        ? Words.of(english).getOrDefault("exempt", "")
        : figures.percentage(rate.percentage());
  }

  // ---- how much ----

  private Map<String, Object> totals() {
    Map<String, Object> model = new HashMap<>();
    model.put("discount", content.discount().isZero() ? false : discount());
    model.put("net", figures.money(content.totals().net()));
    model.put("vatRates", content.totals().vatByRate().stream().map(this::vat).toList());
    model.put("severalVatRates", content.totals().vatByRate().size() > 1);
    model.put("vat", figures.money(content.totals().vat()));
    model.put("gross", figures.money(content.totals().gross()));
    return model;
  }

  private Map<String, Object> discount() {
    return Map.of(
        "before",
        figures.money(content.beforeDiscount()),
        "percent",
        figures.percentage(content.discount()),
        "amount",
        figures.money(content.discountAmount().negated()));
  }

  private Map<String, Object> vat(VatSubtotal subtotal) {
    return Map.of(
        "exempt",
        subtotal.rate().exempt(),
        "rate",
        rate(subtotal.rate()),
        "base",
        figures.money(subtotal.base()),
        "amount",
        figures.money(subtotal.vat()));
  }

  // ---- texts ----

  private static <T> Object or(Optional<T> value, Function<T, String> shown) {
    return value.<Object>map(shown).orElse(false);
  }

  /**
   * In the one form in which letters and their marks are a single character, as fonts have them.
   */
  private static String text(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFC);
  }
}
