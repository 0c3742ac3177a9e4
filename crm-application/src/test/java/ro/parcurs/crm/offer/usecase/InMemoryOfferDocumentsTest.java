package ro.parcurs.crm.offer.usecase;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import ro.parcurs.crm.testkit.InMemoryOfferDocuments;
import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.OfferDocumentsContract;

class InMemoryOfferDocumentsTest extends OfferDocumentsContract {

  InMemoryOfferDocumentsTest() {
    super(new InMemoryPorts());
  }

  @Override
  protected String textOfPdf(byte[] document, Locale language) {
    return new String(document, StandardCharsets.UTF_8);
  }

  @Override
  protected List<String> seller() {
    return InMemoryOfferDocuments.SELLER;
  }
}
