package ro.parcurs.crm.offer.usecase;

import java.util.Locale;
import ro.parcurs.crm.company.CompanyProfile;

/**
 * Makes the documents that clients get of offers. It need not be there. Who sells is the adapter's
 * to know; it is on every document.
 */
public interface OfferDocuments {

  /**
   * The offer as a PDF. The same offer, client and language give the same bytes whenever they are
   * asked for, so that a hash of them says what somebody got. What was never finalised is marked as
   * a draft on each page. What the offer costs the seller is not in it.
   *
   * @param client the lead's company
   * @param language Romanian or English; any other is answered in Romanian
   */
  byte[] pdf(OfferView offer, CompanyProfile client, Locale language);
}
