package ro.parcurs.crm.adapter.mail.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.money.VatSubtotal;
import ro.parcurs.crm.offer.Chapter;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.offer.OfferLine;
import ro.parcurs.crm.offer.usecase.ChapterView;
import ro.parcurs.crm.offer.usecase.OfferContentView;
import ro.parcurs.crm.offer.usecase.OfferDocuments;
import ro.parcurs.crm.offer.usecase.OfferLineView;
import ro.parcurs.crm.offer.usecase.OfferView;

/**
 * Promise P12: what is read in the PDF is the offer: each figure in its place, and nothing else.
 */
class FiguresInPdfTest {

  private static final Locale RO = Locale.forLanguageTag("ro");
  private static final List<VatRate> RATES =
      List.of(Printed.STANDARD, Printed.REDUCED, Printed.EXEMPT, VatRate.of("0", "0"));
  private static final List<String> DISCOUNTS = List.of("0", "0", "5", "12.5", "33.33", "100");

  private static final AtomicInteger SAME = new AtomicInteger();
  private static final AtomicInteger LINES = new AtomicInteger();

  private final OfferDocuments documents = OfferPdf.of(Printed.SELLER).documents();

  @AfterContainer
  static void report() {
    System.out.printf(
        "proof | P12 figures read in PDFs | %d offers with %d lines of text are the same%n",
        SAME.get(), LINES.get());
  }

  @Property(tries = 60)
  void what_is_read_is_the_offer(@ForAll long seed) {
    compare(seed);
  }

  @Property(tries = 10_000)
  @Tag("proof")
  void what_is_read_is_the_offer_ten_thousand_times(@ForAll long seed) {
    compare(seed);
  }

  private void compare(long seed) {
    OfferView offer = Printed.finalised(content(new Random(seed)));
    List<String> read = new ArrayList<>();
    for (List<String> page : PdfText.pages(documents.pdf(offer, Printed.CLIENT, RO))) {
      page.stream().filter(line -> !isFurniture(line)).forEach(read::add);
    }
    int begin = read.indexOf("Prețurile sunt fără TVA, în RON.");
    int end = read.indexOf("Oferta este valabilă până la data de 24.12.2026.");
    assertThat(begin).as(read.toString()).isPositive();
    List<String> expected = expected(offer.content());
    assertThat(read.subList(begin + 1, end)).isEqualTo(expected);
    SAME.incrementAndGet();
    LINES.addAndGet(expected.size());
  }

  private static boolean isFurniture(String line) {
    return line.startsWith("Nr. Denumire")
        || line.startsWith("Ofertă OF-2026-00042/2 ·")
        || line.matches(".* Pagina \\d+ din \\d+");
  }

  // ---- what should be read ----

  private static List<String> expected(OfferContentView content) {
    List<String> lines = new ArrayList<>();
    int position = 1;
    for (ChapterView chapter : content.chapters()) {
      if (!chapter.offered().isEmpty()) {
        lines.add(chapter.title());
        for (OfferLineView line : chapter.offered()) {
          lines.add(row(position++, line));
        }
        lines.add("Total capitol " + number(chapter.net().amount(), 2));
      }
    }
    lines.addAll(totals(content));
    if (content.hasOptional()) {
      lines.add("Opțional");
      lines.add("La cerere; nu sunt incluse în total.");
      for (ChapterView chapter : content.chapters()) {
        if (!chapter.optional().isEmpty()) {
          lines.add(chapter.title());
          for (OfferLineView line : chapter.optional()) {
            lines.add(row(position++, line));
          }
        }
      }
      lines.add("Total opționale, fără TVA " + money(content.optional()));
    }
    return lines;
  }

  private static List<String> totals(OfferContentView content) {
    List<String> lines = new ArrayList<>();
    if (!content.discount().isZero()) {
      lines.add("Subtotal " + money(content.beforeDiscount()));
      String discount = money(content.discountAmount());
      String minus = content.discountAmount().isZero() ? "" : "−";
      lines.add("Discount " + percent(content.discount()) + " " + minus + discount);
    }
    lines.add("Total fără TVA " + money(content.totals().net()));
    for (VatSubtotal vat : content.totals().vatByRate()) {
      String rate =
          vat.rate().exempt()
              ? "Scutit de TVA, din "
              : "TVA " + percent(vat.rate().percentage()) + " din ";
      lines.add(rate + money(vat.base()) + " " + money(vat.vat()));
    }
    if (content.totals().vatByRate().size() > 1) {
      lines.add("Total TVA " + money(content.totals().vat()));
    }
    lines.add("Total cu TVA " + money(content.totals().gross()));
    return lines;
  }

  private static String row(int position, OfferLineView line) {
    return position
        + " "
        + line.name()
        + line.code().map(code -> " " + code.value()).orElse("")
        + " "
        + line.unit()
        + " "
        + plain(line.quantity().value(), 0)
        + " "
        + plain(line.price().value(), 2)
        + (line.discount().isZero() ? "" : " " + percent(line.discount()))
        + (line.vat().exempt() ? " scutit" : " " + percent(line.vat().percentage()))
        + " "
        + number(line.net().amount(), 2);
  }

  private static String money(Money money) {
    return number(money.amount(), 2) + " RON";
  }

  private static String percent(Percentage percentage) {
    return plain(percentage.value(), 0) + " %";
  }

  /** Without the zeros at its end beyond so many decimals. */
  private static String plain(BigDecimal number, int leastDecimals) {
    return number(number, Math.max(leastDecimals, number.stripTrailingZeros().scale()));
  }

  /** As the Germans write it, whose numbers look like the Romanians'. */
  private static String number(BigDecimal number, int decimals) {
    return String.format(Locale.GERMANY, "%,." + Math.max(0, decimals) + "f", number);
  }

  // ---- random offers ----

  private static OfferContent content(Random random) {
    int chapters = 1 + random.nextInt(4);
    List<Chapter> all = new ArrayList<>();
    for (int c = 0; c < chapters; c++) {
      List<OfferLine> lines = new ArrayList<>();
      int count = random.nextInt(random.nextInt(8) == 0 ? 60 : 6);
      for (int i = 0; i < count; i++) {
        lines.add(line(random, c + "/" + i));
      }
      all.add(new Chapter("Capitolul al " + (c + 1) + "-lea", lines));
    }
    all.add(
        new Chapter("Ultimul", List.of(Printed.line("Ștampilă", "1", "1", "0", RATES.get(0), ""))));
    return Printed.content(discount(random), all.toArray(Chapter[]::new));
  }

  private static OfferLine line(Random random, String mark) {
    String name = "Ușă și țeavă " + mark;
    String quantity = decimal(random, 9999, 3);
    String price = decimal(random, 999, 4);
    VatRate vat = RATES.get(random.nextInt(RATES.size()));
    return random.nextInt(5) == 0
        ? Printed.optional(name, quantity, price, vat)
        : Printed.line(
            name,
            quantity,
            price,
            discount(random).value().toPlainString(),
            vat,
            random.nextBoolean() ? "ȚV-" + random.nextInt(100) : "");
  }

  private static Percentage discount(Random random) {
    return Percentage.of(DISCOUNTS.get(random.nextInt(DISCOUNTS.size())));
  }

  private static String decimal(Random random, int most, int decimals) {
    BigDecimal fraction = new BigDecimal(random.nextInt(10_000)).movePointLeft(4);
    BigDecimal whole = new BigDecimal(1 + random.nextInt(most));
    return random.nextBoolean()
        ? whole.toPlainString()
        : whole.add(fraction.setScale(decimals, java.math.RoundingMode.DOWN)).toPlainString();
  }
}
