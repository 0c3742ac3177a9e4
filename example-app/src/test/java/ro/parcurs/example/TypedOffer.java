package ro.parcurs.example;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.offer.Chapter;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.offer.OfferFigures;
import ro.parcurs.crm.offer.OfferLine;

/** An offer of random figures, as somebody types it, and what it comes to. */
record TypedOffer(OfferContent content) {

  private static final List<VatRate> RATES =
      List.of(
          VatRate.of("21", "21"),
          VatRate.of("11", "11"),
          VatRate.of("0", "0"),
          VatRate.exempt("SCUTIT"));
  private static final List<String> DISCOUNTS = List.of("0", "0", "5", "12.5", "33.33", "99.99");

  static TypedOffer random(Random random) {
    List<Chapter> chapters = new ArrayList<>();
    for (int c = random.nextInt(3); c >= 0; c--) {
      List<OfferLine> lines = new ArrayList<>();
      for (int l = random.nextInt(5); l >= 0; l--) {
        lines.add(line(random, l > 0 && random.nextInt(4) == 0));
      }
      chapters.add(new Chapter("Capitol", lines));
    }
    return new TypedOffer(
        new OfferContent(
            Currency.RON,
            Optional.empty(),
            discount(random),
            chapters,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            LocalDate.now().plusDays(30)));
  }

  private static OfferLine line(Random random, boolean optional) {
    return new OfferLine(
        Optional.empty(),
        "Lucrare",
        "buc",
        new Quantity(decimal(random, 500, 3)),
        new UnitPrice(decimal(random, 2_000, 4), Currency.RON),
        discount(random),
        RATES.get(random.nextInt(RATES.size())),
        optional);
  }

  private static BigDecimal decimal(Random random, int most, int decimals) {
    BigDecimal whole = new BigDecimal(1 + random.nextInt(most));
    return random.nextInt(3) == 0
        ? whole
        : whole
            .add(BigDecimal.valueOf(random.nextInt(10_000), 4))
            .setScale(decimals, RoundingMode.DOWN);
  }

  private static Percentage discount(Random random) {
    return Percentage.of(DISCOUNTS.get(random.nextInt(DISCOUNTS.size())));
  }

  OfferFigures figures() {
    return OfferFigures.of(content);
  }

  /** What the form sends, but for the version that was seen. */
  Map<String, String> form() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("currency", "RON");
    form.put("discount", typed(content.discount().value()));
    form.put("validUntil", content.validUntil().toString());
    for (int c = 0; c < content.chapters().size(); c++) {
      String chapter = "chapters[" + c + "]";
      form.put(chapter + ".title", content.chapters().get(c).title());
      List<OfferLine> lines = content.chapters().get(c).lines();
      for (int l = 0; l < lines.size(); l++) {
        OfferLine typed = lines.get(l);
        String line = chapter + ".lines[" + l + "]";
        form.put(line + ".item", "");
        form.put(line + ".name", typed.name());
        form.put(line + ".unit", typed.unit());
        form.put(line + ".quantity", typed(typed.quantity().value()));
        form.put(line + ".price", typed(typed.price().value()));
        form.put(line + ".discount", typed(typed.discount().value()));
        form.put(line + ".vat", typed.vat().code());
        if (typed.optional()) {
          form.put(line + ".optional", "yes");
        }
      }
    }
    return form;
  }

  /** A dot before three digits could be meant for thousands, so a comma is typed. */
  private static String typed(BigDecimal number) {
    return number.toPlainString().replace('.', ',');
  }
}
