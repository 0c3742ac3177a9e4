package ro.parcurs.crm.testkit;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.StringJoiner;
import ro.parcurs.crm.money.Money;
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

  @Override
  public byte[] pdf(OfferView offer, Locale language) {
    boolean english = language.getLanguage().equals("en");
    OfferContentView content = offer.content();
    StringJoiner text = new StringJoiner("\n");
    text.add((english ? "Offer " : "Oferta ") + offer.number());
    text.add(offer.leadName() + ", CUI " + offer.cui().digits());
    for (ChapterView chapter : content.chapters()) {
      text.add(chapter.title());
      for (OfferLineView line : chapter.lines()) {
        text.add(
            "%s: %s %s, %s"
                .formatted(
                    line.name(),
                    number(line.quantity().value(), language),
                    line.unit(),
                    amount(line.net(), language)));
      }
    }
    text.add((english ? "Net: " : "Fără TVA: ") + amount(content.totals().net(), language));
    text.add((english ? "VAT: " : "TVA: ") + amount(content.totals().vat(), language));
    text.add((english ? "Total: " : "Total cu TVA: ") + amount(content.totals().gross(), language));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String amount(Money money, Locale language) {
    return number(money.amount(), language) + " " + money.currency();
  }

  private static String number(BigDecimal number, Locale language) {
    NumberFormat format = NumberFormat.getNumberInstance(language);
    format.setMinimumFractionDigits(number.scale());
    return format.format(number);
  }
}
