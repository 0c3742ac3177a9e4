package ro.parcurs.crm.evaluation;

import java.util.Objects;
import ro.parcurs.crm.catalogue.Explosion;
import ro.parcurs.crm.catalogue.PricingTerms;

/** How a sheet is priced and taken apart, and so the offer made from it. */
public record SheetTerms(PricingTerms pricing, Explosion explosion) {

  /** In lei, one line per component. */
  public static final SheetTerms DEFAULT = new SheetTerms(PricingTerms.RON, Explosion.COMPONENTS);

  public SheetTerms {
    Objects.requireNonNull(pricing, "pricing");
    Objects.requireNonNull(explosion, "explosion");
  }
}
