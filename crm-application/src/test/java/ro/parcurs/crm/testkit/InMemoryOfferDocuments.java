package ro.parcurs.crm.testkit;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.TradeRegisterNumber;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.VatSubtotal;
import ro.parcurs.crm.offer.usecase.ChapterView;
import ro.parcurs.crm.offer.usecase.OfferContentView;
import ro.parcurs.crm.offer.usecase.OfferDocuments;
import ro.parcurs.crm.offer.usecase.OfferLineView;
import ro.parcurs.crm.offer.usecase.OfferView;

/**
 * Plain text (UTF-8) that says what a document would say. It is no PDF, and for tests of use cases
 * only.
 */
public final class InMemoryOfferDocuments implements OfferDocuments {

  /** Who sells. */
  public static final List<String> SELLER =
      List.of("Vânzător Exemplu SRL", "9900001021", "RO18 AAAA 1B31 0075 9384 0000");

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  @Override
  public byte[] pdf(OfferView offer, CompanyProfile client, Locale language) {
    Text text = new Text(language);
    if (offer.milestones().finalised().isEmpty()) {
      text.say("CIORNĂ", "DRAFT");
    }
    text.say("Oferta " + offer.number(), "Offer " + offer.number());
    SELLER.forEach(text::say);
    text.say(client.name() + ", CUI " + client.cui().digits());
    text.say(client.address().inOneLine());
    client.tradeRegisterNumber().map(TradeRegisterNumber::toString).ifPresent(text::say);
    OfferContentView content = offer.content();
    for (ChapterView chapter : content.chapters()) {
      text.say(chapter.title());
      chapter.offered().forEach(text::say);
      text.say(chapter.net());
    }
    totals(content, text);
    for (ChapterView chapter : content.chapters()) {
      chapter.optional().forEach(text::say);
    }
    if (content.hasOptional()) {
      text.say(content.optional());
    }
    text.say(content.validUntil());
    content.notes().ifPresent(text::say);
    content.terms().ifPresent(text::say);
    content.deliveryTime().ifPresent(text::say);
    return text.bytes();
  }

  private static void totals(OfferContentView content, Text text) {
    if (!content.discount().isZero()) {
      text.say(text.number(content.discount().value()) + " %");
      text.say(content.discountAmount());
    }
    text.say("Fără TVA", "Net");
    text.say(content.totals().net());
    for (VatSubtotal vat : content.totals().vatByRate()) {
      text.say("TVA " + vat.rate().code(), "VAT " + vat.rate().code());
      text.say(vat.base());
      text.say(vat.vat());
    }
    text.say(content.totals().vat());
    text.say(content.totals().gross());
  }

  /** What is written, in its language. */
  private static final class Text {

    private final StringJoiner lines = new StringJoiner("\n");
    private final Locale language;

    Text(Locale language) {
      this.language =
          language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("ro");
    }

    void say(String text) {
      lines.add(text);
    }

    void say(String romanian, String english) {
      say(language.equals(Locale.ENGLISH) ? english : romanian);
    }

    void say(Money money) {
      say(number(money.amount(), 2) + " " + money.currency());
    }

    void say(LocalDate date) {
      say(DATE.format(date));
    }

    void say(OfferLineView line) {
      say(
          "%s: %s %s x %s − %s %%"
              .formatted(
                  line.name(),
                  number(line.quantity().value()),
                  line.unit(),
                  number(line.price().value()),
                  number(line.discount().value())));
      say(line.net());
    }

    /** Without the zeros at its end. */
    String number(BigDecimal number) {
      return number(number, 0);
    }

    private String number(BigDecimal number, int leastDecimals) {
      NumberFormat format = NumberFormat.getNumberInstance(language);
      format.setMinimumFractionDigits(leastDecimals);
      format.setMaximumFractionDigits(4);
      return format.format(number);
    }

    byte[] bytes() {
      return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
  }
}
