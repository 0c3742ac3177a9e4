package ro.parcurs.crm.adapter.mail.document;

import java.util.List;
import java.util.Locale;
import ro.parcurs.crm.offer.usecase.OfferDocuments;
import ro.parcurs.crm.testkit.OfferDocumentsContract;
import ro.parcurs.crm.testkit.Ports;

class PdfOfferDocumentsTest extends OfferDocumentsContract {

  PdfOfferDocumentsTest() {
    super(Ports.only(OfferDocuments.class, OfferPdf.of(Printed.SELLER).documents()));
  }

  @Override
  protected String textOfPdf(byte[] document, Locale language) {
    return PdfText.of(document);
  }

  @Override
  protected List<String> seller() {
    return List.of("Tâmplăria Exemplu Meșteșug SRL", "RO99001021", "RO49 AAAA 1B31 0075 9384 0000");
  }
}
