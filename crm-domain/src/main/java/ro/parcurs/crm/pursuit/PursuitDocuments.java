package ro.parcurs.crm.pursuit;

import java.util.Objects;

/** How the documents of a pursuit stand at the moment of a question. */
public record PursuitDocuments(SheetFact sheet, OfferFact offer, ContractFact contract) {

  /** A pursuit for which nothing was written yet. */
  public static final PursuitDocuments NONE =
      new PursuitDocuments(SheetFact.NONE, OfferFact.NONE, new ContractFact.None());

  public PursuitDocuments {
    Objects.requireNonNull(sheet, "sheet");
    Objects.requireNonNull(offer, "offer");
    Objects.requireNonNull(contract, "contract");
  }
}
