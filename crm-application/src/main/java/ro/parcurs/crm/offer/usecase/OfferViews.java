package ro.parcurs.crm.offer.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.offer.Chapter;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferComparison;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.offer.OfferFigures;
import ro.parcurs.crm.offer.OfferLine;

/** From offers to what is shown of them. */
final class OfferViews {

  private final OfferLineViews lines = new GeneratedOfferLineViews();

  OfferContentView view(OfferContent content, OfferFigures figures) {
    List<ChapterView> chapters = new ArrayList<>();
    for (int c = 0; c < content.chapters().size(); c++) {
      Chapter chapter = content.chapters().get(c);
      chapters.add(
          new ChapterView(
              chapter.title(),
              chapter.lines().stream().map(this::view).toList(),
              figures.chapters().get(c).net()));
    }
    return new OfferContentView(
        content.currency(),
        content.exchangeRate(),
        chapters,
        figures.beforeDiscount(),
        content.discount(),
        figures.discount(),
        figures.totals(),
        figures.optional(),
        content.notes(),
        content.terms(),
        content.deliveryTime(),
        content.validUntil());
  }

  RevisionView revision(Offer offer) {
    return new RevisionView(
        offer.id(),
        offer.number(),
        offer.state(),
        offer.figures().totals().net(),
        offer.milestones().drafted());
  }

  ComparisonView view(Offer older, Offer newer, OfferComparison comparison) {
    return new ComparisonView(
        newer.lead(),
        side(older),
        side(newer),
        comparison.differences().stream().map(this::difference).toList(),
        comparison.isTermsChanged());
  }

  private ComparisonView.Side side(Offer offer) {
    return new ComparisonView.Side(
        revision(offer), offer.content().discount(), offer.figures().totals());
  }

  ComparisonView.Difference difference(OfferComparison.Difference difference) {
    if (difference instanceof OfferComparison.Difference.Added added) {
      return new ComparisonView.Difference(
          added.chapter(), Optional.empty(), Optional.of(view(added.line())), Set.of());
    }
    if (difference instanceof OfferComparison.Difference.Changed changed) {
      return new ComparisonView.Difference(
          changed.chapter(),
          Optional.of(view(changed.before())),
          Optional.of(view(changed.after())),
          changed.aspects());
    }
    OfferComparison.Difference.Removed removed = (OfferComparison.Difference.Removed) difference;
    return new ComparisonView.Difference(
        removed.chapter(), Optional.of(view(removed.line())), Optional.empty(), Set.of());
  }

  OfferLineView view(OfferLine line) {
    return lines.view(line, line.net());
  }
}
