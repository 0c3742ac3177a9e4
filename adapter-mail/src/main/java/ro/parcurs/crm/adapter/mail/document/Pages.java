package ro.parcurs.crm.adapter.mail.document;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/** From a page of HTML to a tagged PDF of A4 pages. Nothing outside the page is read. */
final class Pages {

  private static final String ROBOTO = "/com/formdev/flatlaf/fonts/roboto/Roboto-";

  /** A face of a family that style sheets may name. */
  private record Face(
      String family, int weight, FontStyle style, FSFontUseCase use, FSSupplier<InputStream> file) {

    static Face roboto(String face, int weight, FontStyle style) {
      return new Face(
          "Roboto", weight, style, FSFontUseCase.DOCUMENT, kept(ROBOTO + face + ".ttf"));
    }

    /** For what the fonts of a template haven't got. */
    static Face lastResort(String family, String file) {
      return new Face(family, 400, FontStyle.NORMAL, FSFontUseCase.FALLBACK_FINAL, kept(file));
    }

    private static FSSupplier<InputStream> kept(String file) {
      byte[] bytes = Resources.bytes(file);
      return () -> new ByteArrayInputStream(bytes);
    }
  }

  private static final List<Face> FACES =
      List.of(
          Face.roboto("Light", 300, FontStyle.NORMAL),
          Face.roboto("Regular", 400, FontStyle.NORMAL),
          Face.roboto("Italic", 400, FontStyle.ITALIC),
          Face.roboto("Medium", 500, FontStyle.NORMAL),
          Face.roboto("Bold", 700, FontStyle.NORMAL),
          Face.roboto("BoldItalic", 700, FontStyle.ITALIC),
          Face.lastResort("Roboto", ROBOTO + "Regular.ttf"),
          Face.lastResort(
              "Liberation Sans", "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"));

  private static final DateTimeFormatter PDF_DATE =
      DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  static {
    XRLog.setLoggerImpl(new Slf4jLogger());
  }

  private Pages() {}

  /**
   * @param date goes into the file in place of the time at which it is made, so that the same page
   *     makes the same bytes
   */
  static byte[] of(Document page, Instant date) {
    try (PDDocument pdf = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder
          .withW3cDocument(page, "")
          .usePDDocument(pdf)
          .usePdfUaAccessibility(true)
          .withProducer("Parcurs")
          .useReplacementText("?")
          .useUriResolver((base, uri) -> uri)
          .useExternalResourceAccessControl(
              Pages::mayBeRead, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
          .useExternalResourceAccessControl(
              Pages::mayBeRead, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
      for (Face face : FACES) {
        builder.useFont(
            face.file(), face.family(), face.weight(), face.style(), true, EnumSet.of(face.use()));
      }
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.createPDFWithoutClosing();
        return saved(pdf, date);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in the page itself; no file and no address is ever opened. */
  private static boolean mayBeRead(String uri, ExternalResourceType type) {
    return uri.startsWith("data:")
        && (type == ExternalResourceType.IMAGE_RASTER || type == ExternalResourceType.FONT);
  }

  private static byte[] saved(PDDocument pdf, Instant date) throws IOException {
    COSDictionary information = pdf.getDocumentInformation().getCOSObject();
    information.setString(COSName.CREATION_DATE, PDF_DATE.format(date));
    information.setString(COSName.MOD_DATE, PDF_DATE.format(date));
    pdf.setDocumentId(date.toEpochMilli());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    pdf.save(file);
    return file.toByteArray();
  }
}
