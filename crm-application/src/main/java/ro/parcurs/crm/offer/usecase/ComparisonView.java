package ro.parcurs.crm.offer.usecase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Totals;
import ro.parcurs.crm.offer.OfferComparison.Aspect;

/** What one revision changed in another. */
public record ComparisonView(
    LeadId lead, Side older, Side newer, List<Difference> differences, boolean termsChanged) {

  public ComparisonView {
    differences = List.copyOf(differences);
  }

  /** One of the two. */
  public record Side(RevisionView revision, Percentage discount, Totals totals) {}

  /**
   * What became of a line.
   *
   * @param before the line in the older revision; empty when it was added
   * @param after the line in the newer revision; empty when it was removed
   * @param aspects in what the two differ; empty when there is only one
   */
  public record Difference(
      String chapter,
      Optional<OfferLineView> before,
      Optional<OfferLineView> after,
      Set<Aspect> aspects) {

    public Difference {
      aspects = Set.copyOf(aspects);
    }

    public boolean isAdded() {
      return before.isEmpty();
    }

    public boolean isRemoved() {
      return after.isEmpty();
    }
  }
}
