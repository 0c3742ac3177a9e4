package ro.parcurs.crm.offer.usecase;

import java.util.Locale;

/** Makes the documents that clients get of offers. It need not be there. */
public interface OfferDocuments {

  /** The offer as a PDF in the language. */
  byte[] pdf(OfferView offer, Locale language);
}
