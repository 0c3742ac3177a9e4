package ro.parcurs.crm.evaluation.usecase;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.PricedLine;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.evaluation.SheetChapter;
import ro.parcurs.crm.evaluation.SheetContent;
import ro.parcurs.crm.evaluation.SheetLine;
import ro.parcurs.crm.evaluation.SheetTerms;

/** Shows what sheets come to, line by line, also where a line can't be priced. */
public final class SheetPricing {

  private final AccessPolicy policy;

  @Inject
  public SheetPricing(AccessPolicy policy) {
    this.policy = policy;
  }

  /** A draft at the prices of the day. */
  SheetFigures ofDraft(Actor actor, List<SheetLine> lines, SheetTerms terms, Catalogue catalogue) {
    List<SheetLineView> views = new ArrayList<>();
    List<SheetChapter> chapters = new ArrayList<>();
    for (SheetLine line : lines) {
      try {
        SheetChapter chapter = line.price(catalogue, terms);
        chapters.add(chapter);
        views.add(view(actor, chapter, catalogue));
      } catch (CrmException problem) {
        views.add(view(line, catalogue, problem));
      }
    }
    if (chapters.size() < lines.size()) {
      return new SheetFigures(views, Optional.empty(), Optional.empty());
    }
    try {
      return new SheetFigures(
          views,
          Optional.of(new SheetContent(terms.pricing().currency(), chapters).totals()),
          Optional.empty());
    } catch (CrmException problem) {
      return new SheetFigures(views, Optional.empty(), Optional.of(problem));
    }
  }

  /** What was frozen. */
  SheetFigures ofFrozen(Actor actor, SheetContent content, Catalogue catalogue) {
    return new SheetFigures(
        content.chapters().stream().map(chapter -> view(actor, chapter, catalogue)).toList(),
        Optional.of(content.totals()),
        Optional.empty());
  }

  private SheetLineView view(Actor actor, SheetChapter chapter, Catalogue catalogue) {
    boolean seesCost = policy.permits(actor, Permission.SEE_MARGIN);
    return new SheetLineView(
        chapter.item(),
        chapter.code(),
        chapter.title(),
        chapter.unit(),
        chapter.quantity(),
        Optional.of(chapter.price()),
        Optional.of(chapter.net()),
        chapter.lines().stream()
            .map(line -> seesCost ? line : SheetPricing.withoutCost(line))
            .toList(),
        catalogue.inactiveIn(chapter.item()).stream().map(CatalogueItem::code).toList(),
        Optional.empty());
  }

  private static SheetLineView view(SheetLine line, Catalogue catalogue, CrmException problem) {
    CatalogueItem item = catalogue.get(line.item());
    return new SheetLineView(
        item.id(),
        item.code(),
        item.name(),
        item.details().unit(),
        line.quantity(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        catalogue.inactiveIn(item.id()).stream().map(CatalogueItem::code).toList(),
        Optional.of(problem));
  }

  private static PricedLine withoutCost(PricedLine line) {
    return new PricedLine(
        line.item(),
        line.code(),
        line.name(),
        line.unit(),
        line.kind(),
        line.category(),
        line.quantity(),
        line.price(),
        line.vat(),
        line.commission(),
        Optional.empty());
  }
}
