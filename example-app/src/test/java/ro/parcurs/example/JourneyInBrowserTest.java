package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.testkit.Cuis;

/**
 * The article in a real browser: from the empty form to the paid invoice, by the people who would
 * do it, each by what stands on the screen.
 */
class JourneyInBrowserTest {

  private static final String LEAD = "Șantierul Naval Delta SRL";

  /** The sheet's gross, and to the ban the offer's. */
  private static final String SHEET_AND_OFFER = "4.808,21 lei";

  private static final ZoneId ROMANIA = ZoneId.of("Europe/Bucharest");

  @Test
  void from_the_empty_form_to_the_paid_invoice() {
    try (Browser browser = Browser.at(RunningApp.address())) {
      fillTheCatalogue(browser);
      addTheLead(browser);
      activateIt(browser);
      contactTheProspect(browser);
      meetAndEvaluate(browser);
      offerAndNegotiate(browser);
      contract(browser);
      invoiceAndCollect(browser);

      assertThat(browser.complaints()).isEmpty();
    }
  }

  private void fillTheCatalogue(Browser browser) {
    browser.signIn("Elena Vasile").clickLink("Nomenclator");
    addItem(browser, "CAM-4", "Cameră exterior 4 MP", "Produs", "buc", "412,5");
    addItem(browser, "CBL", "Cablu UTP cat. 6", "Produs", "m", "2,3575");
    addItem(browser, "MNT", "Montaj și configurare", "Serviciu", "oră", "95");
    browser
        .clickLink("Nomenclator")
        .clickLink("Adaugă item cu rețetă")
        .type("Cod", "PCT-VIDEO")
        .type("Denumire", "Punct de supraveghere video")
        .choose("Fel", "Serviciu")
        .type("Categorie", "Supraveghere")
        .type("U.M.", "buc")
        .type("Comision", "5")
        .typeInRow(0, "CAM-4", "1")
        .typeInRow(1, "CBL", "35,5")
        .typeInRow(2, "MNT", "1,25")
        .shot("catalogue-recipe")
        .pressButton("Adaugă")
        .sees("Itemul a fost adăugat.")
        .sees("614,9413 lei")
        .shot("catalogue-item")
        .clickLink("Nomenclator")
        .sees("PCT-VIDEO")
        .shot("catalogue");
  }

  private void addItem(
      Browser browser, String code, String name, String kind, String unit, String price) {
    browser
        .clickLink("Adaugă item")
        .type("Cod", code)
        .type("Denumire", name)
        .choose("Fel", kind)
        .type("Categorie", "Supraveghere")
        .type("U.M.", unit)
        .type("Comision", "4,5")
        .type("Preț net", price)
        .pressButton("Adaugă")
        .sees("Itemul a fost adăugat.")
        .clickLink("Nomenclator");
  }

  private void addTheLead(Browser browser) {
    browser
        .signIn("Ana Ionescu")
        .clickLink("Leaduri")
        .shot("leads-none")
        .clickLink("Adaugă lead")
        .pressButton("Adaugă")
        .sees("Unele câmpuri trebuie corectate.");
    assertThat(browser.all(".fault")).hasSizeGreaterThanOrEqualTo(4);
    browser
        .shot("lead-add-faults")
        .type("CUI", "RO " + Cuis.next().digits())
        .type("Denumire", "Șantierul Naval Delta SRL")
        .choose("Județ", "Tulcea")
        .type("Localitate", "Tulcea")
        .type("Adresă", "Str. Portului nr. 12")
        .type("Nr. registrul comerțului", "J36/123/2010")
        .type("IBAN", "RO49AAAA1B31007593840000")
        .type("Telefon", "0240 512 345")
        .choose("Stare în registru", "Activă")
        .choose("Responsabil comercial", "Ana Ionescu")
        .pressButton("Adaugă")
        .sees("Leadul „Șantierul Naval Delta SRL” a fost adăugat.")
        .shot("lead-added")
        .clickLink("Adaugă contact")
        .type("Nume", "Ion Țîrlea")
        .type("Funcție", "Director tehnic")
        .type("E-mail 1", "ion.tirlea@delta.example")
        .pressButton("Salvează")
        .sees("Persoana de contact a fost adăugată.");
  }

  private void activateIt(Browser browser) {
    browser
        .clickLink("Activează")
        .type("Data și ora primului contact", inDays(1))
        .shot("lead-activate")
        .pressButton("Activează lead")
        .sees("Leadul este activ. Prima responsabilitate este deschisă.")
        .clickLink("Comercial")
        .sees("Contactare prospect")
        .shot("commercial");
  }

  private void contactTheProspect(Browser browser) {
    browser
        .clickLink("Finalizează")
        .sees("Mai lipsește:")
        .shot("close-missing")
        .pressButton("Renunță")
        .clickLink("Adaugă dată de contactare")
        .choose("Mod de contactare", "Telefon")
        .type("Data și ora", inDays(-1))
        .pressButton("Adaugă")
        .clickLink("Scrie rezumatul")
        .type("Rezumat", "Vor supraveghere pentru hala nouă.")
        .pressButton("Salvează")
        .sees("Vor supraveghere pentru hala nouă.");
    goOn(browser);
    browser.sees("Întâlnire și evaluare");
  }

  private void meetAndEvaluate(Browser browser) {
    browser
        .clickLink("Planifică întâlnire")
        .type("Data și ora", inDays(-1))
        .type("Locul", "La sediul clientului")
        .pressButton("Adaugă")
        .sees("La sediul clientului")
        .clickLink("Marchează ca ținută")
        .type("Minuta", "Șase puncte de supraveghere.")
        .pressButton("Salvează")
        .sees("Șase puncte de supraveghere.")
        .clickLink("Scrie rezumatul")
        .type("Rezumat", "Au nevoie de șase puncte video.")
        .pressButton("Salvează")
        .sees("Au nevoie de șase puncte video.")
        .clickTab("Fișe de evaluare")
        .pressButton("Adaugă fișă de evaluare")
        .sees("a fost adăugată")
        .typeInRow(0, "PCT-VIDEO", "6")
        .sees("3.689,65 lei")
        .typeInRow(1, "CBL", "120,5")
        .pressButton("Salvează")
        .sees("Fișa a fost salvată.")
        .shot("sheet-draft")
        .pressButton("Finalizează")
        .sees("Fișa a fost finalizată; prețurile și rețetele sunt înghețate.")
        .sees(SHEET_AND_OFFER)
        .shot("sheet-final")
        .clickLink(LEAD)
        .shot("lead-sheets")
        .clickTab("Comercial");
    goOn(browser);
    browser.sees("Ofertare și negociere");
  }

  private void offerAndNegotiate(Browser browser) {
    browser
        .clickTab("Oferte")
        .clickLink("Ofertă nouă")
        .shot("offer-add")
        .pressButton("Continuă")
        .sees("A fost generată oferta")
        .sees(SHEET_AND_OFFER)
        .shot("offer-draft")
        .pressButton("Trimite la aprobare")
        .sees("așteaptă aprobarea");
    String offer = browser.path();
    browser
        .signIn("Dan Munteanu")
        .go(offer)
        .pressButton("Aprobă")
        .sees("a fost aprobată")
        .shot("offer-approved")
        .signIn("Ana Ionescu")
        .go(offer)
        .pressButton("Finalizează")
        .sees("a fost finalizată")
        .clickLink("Revizuiește")
        .pressButton("Revizuiește")
        .sees("A fost făcută revizia")
        .shot("offer-revision")
        .pressButton("Salvează")
        .sees("a fost salvată")
        .pressButton("Trimite la aprobare")
        .sees("așteaptă aprobarea");
    String revision = browser.path();
    browser
        .signIn("Dan Munteanu")
        .go(revision)
        .pressButton("Aprobă")
        .sees("a fost aprobată")
        .signIn("Ana Ionescu")
        .go(revision)
        .pressButton("Finalizează")
        .sees("a fost finalizată")
        .pressButton("Marchează ca predată")
        .sees("a fost marcată ca predată")
        .shot("offer-delivered")
        .clickLink(LEAD)
        .clickTab("Comercial");
    goOn(browser);
    browser.sees("Contractare");
  }

  private void contract(Browser browser) {
    browser
        .clickTab("Contracte")
        .clickLink("Completează contractul")
        .tick("Perioadă nedeterminată")
        .type("Termen de plată", "30")
        .type("Reprezentantul nostru", "Dan Munteanu")
        .type("Reprezentantul clientului", "Ion Țîrlea")
        .shot("contract-form")
        .pressButton("Salvează")
        .sees("Contractul a fost salvat.")
        .shot("contract")
        .clickLink("Comercial")
        .clickLink("Finalizează")
        .shot("close-contracting")
        .tick("Finalizare")
        .pressButton("Finalizează")
        .sees("Contractarea s-a încheiat. Comanda de client a fost creată.")
        .clickTab("Financiar")
        .sees("Comandat")
        .shot("financial-ordered");
  }

  private void invoiceAndCollect(Browser browser) {
    String financial = browser.path();
    browser
        .signIn("Dan Munteanu")
        .go(financial)
        .clickLink("Factură nouă (ERP)")
        .type("Numărul facturii", "PRC 1042")
        .shot("erp-invoice")
        .pressButton("Raportează")
        .sees("Raportul a fost preluat.")
        .sees("Emisă")
        .clickLink("Încasează")
        .pressButton("Raportează")
        .sees("Raportul a fost preluat.")
        .sees("Încasată")
        .shot("financial-paid");
    assertThat(browser.all("[data-figure=outstanding]").get(0).getText()).isEqualTo("0,00 lei");
    browser.clickTab("Timeline").shot("timeline").clickLink("Acasă").shot("home");
    browser.clickLink("Leaduri").sees("Contractat").shot("leads");
    browser.clickLink("Comenzi").shot("orders").clickLink("Contracte").shot("contracts");
    browser.clickLink("Oferte").shot("offers").clickLink("Fișe de evaluare").shot("sheets");
  }

  /** Presses the green button and chooses to open the next step. */
  private void goOn(Browser browser) {
    browser
        .clickLink("Finalizează")
        .tick("Deschide următoarea sarcină")
        .type("Termenul următoarei sarcini", inDays(7))
        .pressButton("Finalizează");
  }

  private static String inDays(int days) {
    return LocalDateTime.now(ROMANIA).plusDays(days).truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
