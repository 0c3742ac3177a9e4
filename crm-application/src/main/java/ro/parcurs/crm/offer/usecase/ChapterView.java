package ro.parcurs.crm.offer.usecase;

import java.util.List;
import ro.parcurs.crm.money.Money;

/**
 * A chapter of an offer.
 *
 * @param lines all of them, the optional ones too
 * @param net the sum of the lines in the total, before the offer's discount
 */
public record ChapterView(String title, List<OfferLineView> lines, Money net) {

  public ChapterView {
    lines = List.copyOf(lines);
  }

  /** The lines in the total. */
  public List<OfferLineView> offered() {
    return lines.stream().filter(line -> !line.optional()).toList();
  }

  /** The lines shown apart. */
  public List<OfferLineView> optional() {
    return lines.stream().filter(OfferLineView::optional).toList();
  }
}
