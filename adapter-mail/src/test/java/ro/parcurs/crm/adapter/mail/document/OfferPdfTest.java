package ro.parcurs.crm.adapter.mail.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.adapter.mail.document.OfferPdf.Logo;
import ro.parcurs.crm.adapter.mail.document.OfferPdf.Seller;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.offer.Chapter;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.offer.OfferLine;
import ro.parcurs.crm.offer.usecase.OfferDocuments;
import ro.parcurs.crm.offer.usecase.OfferView;

class OfferPdfTest {

  private static final Locale RO = Locale.forLanguageTag("ro");
  private static final String ROW = "\\d+ Linia .*";

  private final OfferDocuments documents = OfferPdf.of(Printed.SELLER).documents();

  // ---- what is read ----

  @ParameterizedTest
  @ValueSource(strings = {"ro", "en"})
  void an_offer_of_everything_reads_as_it_was_approved(String language) {
    byte[] pdf =
        documents.pdf(
            Printed.acrossAVatChange(Printed.everything(), Printed.VALID_UNTIL.minusDays(3)),
            Printed.CLIENT,
            Locale.forLanguageTag(language));
    assertThat(PdfText.of(pdf)).isEqualTo(golden("everything_" + language + ".txt"));
  }

  @Test
  void letters_are_those_that_were_typed_and_what_no_font_has_is_a_question_mark() {
    String letters = "ș ț Ș Ț ă â î ş ţ € → Ж Ω 中 s\u0326";
    String marks = "\u0001<b>&amp;</b>{{words.net}}";
    assertThat(PdfText.of(pdf(Printed.content(chapter(named(letters), named(marks))))))
        .contains("1 ș ț Ș Ț ă â î ş ţ € → Ж Ω ? ș buc 2", "2 <b>&amp;</b>{{words.net}} buc 2");
  }

  // ---- what it is made of ----

  @Test
  void its_fonts_are_inside() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(pdf(Printed.everything()))) {
      Set<String> names = new HashSet<>();
      for (PDPage page : pdf.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          names.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
        }
      }
      assertThat(names).contains("Roboto-Regular", "Roboto-Bold", "Roboto-Medium");
    }
  }

  @Test
  void it_says_what_it_is_in_which_language_and_how_it_is_built() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(pdf(Printed.everything()))) {
      assertThat(pdf.getDocumentInformation().getTitle())
          .isEqualTo("Ofertă OF-2026-00042/2 – Țesătoria „Șoim” & Fiii SRL");
      assertThat(pdf.getDocumentInformation().getAuthor())
          .isEqualTo("Tâmplăria Exemplu Meșteșug SRL");
      assertThat(pdf.getDocumentInformation().getCOSObject().getString(COSName.CREATION_DATE))
          .isEqualTo("D:20261124083000Z");
      PDDocumentCatalog catalog = pdf.getDocumentCatalog();
      assertThat(catalog.getLanguage()).isEqualTo("ro");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
          .contains("http://www.aiim.org/pdfua/ns/id/");
      PDPage page = pdf.getPage(0);
      assertThat(page.getMediaBox().getWidth()).isBetween(595f, 596f);
      assertThat(page.getMediaBox().getHeight()).isBetween(841f, 842f);
    }
  }

  @Test
  void it_is_made_for_whoever_sells_when_it_is_asked_for() {
    AtomicReference<Seller> selling = new AtomicReference<>(Printed.SELLER);
    OfferDocuments ofSeveral = OfferPdf.of(selling::get).documents();
    OfferView offer = Printed.finalised(Printed.everything());
    assertThat(PdfText.of(ofSeveral.pdf(offer, Printed.CLIENT, RO))).contains("Banca Exemplu");
    selling.set(Seller.of(Printed.CLIENT));
    assertThat(PdfText.of(ofSeveral.pdf(offer, Printed.CLIENT, RO)))
        .doesNotContain("Banca Exemplu", "Meșteșug");
  }

  // ---- pages ----

  @Test
  void every_page_says_which_it_is_and_of_how_many_and_repeats_the_head_of_the_table() {
    List<List<String>> pages = PdfText.pages(pdf(Printed.many(120, 30)));
    assertThat(pages).hasSizeGreaterThan(3);
    for (int i = 0; i < pages.size(); i++) {
      assertThat(pages.get(i))
          .last()
          .asString()
          .endsWith("Pagina " + (i + 1) + " din " + pages.size());
      if (pages.get(i).stream().anyMatch(line -> line.contains("Articolul"))) {
        assertThat(pages.get(i))
            .contains("Nr. Denumire UM Cantitate Preț unitar Disc. TVA Valoare");
      }
    }
  }

  @Test
  void no_title_stands_without_a_line_below_and_no_total_without_one_above() {
    for (int lines = 1; lines <= 75; lines++) {
      OfferContent content = ofLines(lines);
      for (List<String> page : PdfText.pages(pdf(content))) {
        for (int i = 0; i < page.size(); i++) {
          String below = page.get(Math.min(i + 1, page.size() - 1));
          String above = page.get(Math.max(i - 1, 0));
          String here = page.get(i);
          if (here.startsWith("Capitolul ")) {
            assertThat(below).as("%d lines: %s", lines, page).matches(ROW);
          } else if (here.startsWith("Nr. Denumire")) {
            assertThat(below).as("%d lines: %s", lines, page).matches(ROW + "|Capitolul .*");
          } else if (here.startsWith("Total capitol")) {
            assertThat(above).as("%d lines: %s", lines, page).matches(ROW);
          } else if (here.startsWith("Total fără TVA")) {
            assertThat(above).as("%d lines: %s", lines, page).startsWith("Discount");
          } else if (here.startsWith("Subtotal")) {
            assertThat(above).as("%d lines: %s", lines, page).startsWith("Total capitol");
            assertThat(page)
                .as("%d lines", lines)
                .anyMatch(line -> line.startsWith("Total cu TVA"));
          } else if (here.startsWith("Total opționale")) {
            assertThat(above).as("%d lines: %s", lines, page).matches(ROW);
          } else if (here.equals("Opțional")) {
            assertThat(page.subList(i, page.size()))
                .as("%d lines: %s", lines, page)
                .anyMatch(line -> line.matches(ROW));
          }
        }
      }
    }
  }

  /** In chapters of eleven, with optional lines as every other offer has them. */
  private static OfferContent ofLines(int count) {
    List<Chapter> chapters = new ArrayList<>();
    for (int first = 0; first < count; first += 11) {
      chapters.add(
          new Chapter(
              "Capitolul " + first,
              IntStream.range(first, Math.min(count, first + 11))
                  .mapToObj(i -> named("Linia " + i))
                  .toList()));
    }
    if (count % 2 == 0) {
      chapters.add(
          new Chapter(
              "Capitolul la alegere",
              IntStream.range(0, 1 + count % 5)
                  .mapToObj(
                      i -> Printed.optional("Linia opțională " + i, "1", "10", Printed.STANDARD))
                  .toList()));
    }
    return Printed.content(Percentage.of("3"), chapters.toArray(Chapter[]::new));
  }

  // ---- logos ----

  @Test
  void a_logo_takes_the_place_of_the_name_above_and_is_told_to_those_who_cannot_see()
      throws IOException {
    Seller seller =
        new Seller(
            Printed.SELLER_COMPANY, Optional.empty(), Optional.of(Logo.of(picture("png", 60, 20))));
    byte[] bytes =
        OfferPdf.of(seller)
            .documents()
            .pdf(Printed.finalised(Printed.everything()), Printed.CLIENT, RO);
    assertThat(images(bytes)).isEqualTo(1);
    assertThat(images(pdf(Printed.everything()))).isZero();
  }

  @Test
  void a_logo_is_a_png_or_jpeg_of_modest_size() throws IOException {
    assertThat(Logo.of(picture("jpeg", 10, 10))).isNotNull();
    assertRefused(picture("gif", 10, 10), "in gif; PNG and JPEG are read");
    assertRefused(picture("png", Logo.MAX_PIXELS + 1, 1), "4001 x 1 pixels; at most 4000");
    assertRefused(new byte[Logo.MAX_BYTES + 1], "1048577 bytes; at most 1048576");
    assertRefused("<svg/>".getBytes(StandardCharsets.UTF_8), "no picture");
    byte[] cut = java.util.Arrays.copyOf(picture("png", 100, 100), 60);
    assertRefused(cut, "can't be read");
  }

  private static void assertRefused(byte[] file, String reason) {
    assertThatThrownBy(() -> Logo.of(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  // ---- fixtures ----

  private byte[] pdf(OfferContent content) {
    return documents.pdf(Printed.finalised(content), Printed.CLIENT, RO);
  }

  private static Chapter chapter(OfferLine... lines) {
    return new Chapter("Lucrări", List.of(lines));
  }

  private static OfferLine named(String name) {
    return Printed.line(name, "2", "100", "0", Printed.STANDARD, "");
  }

  static byte[] picture(String format, int width, int height) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, file);
    return file.toByteArray();
  }

  static int images(byte[] bytes) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      int images = 0;
      for (PDPage page : pdf.getPages()) {
        for (COSName name : page.getResources().getXObjectNames()) {
          images += page.getResources().isImageXObject(name) ? 1 : 0;
        }
      }
      return images;
    }
  }

  private static String golden(String name) {
    return Resources.text(name);
  }
}
