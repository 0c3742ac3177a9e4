package ro.parcurs.crm.adapter.mail.document;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import ro.parcurs.crm.adapter.mail.document.OfferPdf.Seller;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.offer.usecase.OfferDocuments;
import ro.parcurs.crm.offer.usecase.OfferView;

/** Offers as PDF, from a template. */
final class PdfOfferDocuments implements OfferDocuments {

  private final Supplier<Seller> seller;
  private final OfferTemplate template;

  PdfOfferDocuments(Supplier<Seller> seller, OfferTemplate template) {
    this.seller = seller;
    this.template = template;
  }

  @Override
  public byte[] pdf(OfferView offer, CompanyProfile client, Locale language) {
    Instant date = OfferModel.date(offer);
    return Pages.of(template.page(OfferModel.of(offer, client, seller.get(), language)), date);
  }
}
