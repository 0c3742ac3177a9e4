package ro.parcurs.crm.evaluation;

import java.util.List;
import java.util.Map;
import ro.parcurs.crm.catalogue.PricedLine;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.TaxedNet;
import ro.parcurs.crm.money.Totals;

/**
 * A sheet's lines priced, in its order.
 *
 * @param currency what everything is in
 */
public record SheetContent(Currency currency, List<SheetChapter> chapters) {

  /** No document shows more. */
  public static final int MAX_LINES = 10_000;

  /**
   * @throws InvalidInput {@code too-many} when the chapters have more than {@value #MAX_LINES}
   *     lines
   */
  public SheetContent {
    chapters = List.copyOf(chapters);
    if (chapters.stream().mapToInt(chapter -> chapter.lines().size()).sum() > MAX_LINES) {
      throw InvalidInput.of("lines", "too-many", Map.of("max", MAX_LINES));
    }
  }

  /** Net, VAT per rate and gross, by the rule that offers and invoices follow. */
  public Totals totals() {
    List<TaxedNet> nets =
        chapters.stream()
            .flatMap(chapter -> chapter.lines().stream())
            .map(PricedLine::taxed)
            .toList();
    return Totals.of(currency, nets);
  }
}
