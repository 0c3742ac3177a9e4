package ro.parcurs.crm.adapter.mail.document;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import ro.parcurs.crm.adapter.mail.document.OfferPdf.Template;
import ro.parcurs.crm.adapter.mail.document.OfferPdf.UnusableTemplate;

/**
 * A template, read. What is put into its places is escaped, without exception; it reaches nothing
 * but the texts of the model: no methods, no other templates. Thread-safe.
 */
final class OfferTemplate {

  /** Ways around the escaping: three braces, an ampersand, other braces. */
  private static final Pattern UNESCAPED = Pattern.compile("\\{\\{(?:\\{|\\s*&|\\s*=)");

  /** Looks into maps and lists only, never into Java objects. */
  private static final class TextsOnly extends BasicCollector {
    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return new ConcurrentHashMap<>();
    }
  }

  private static final Mustache.Compiler COMPILER =
      Mustache.compiler()
          .withCollector(new TextsOnly())
          .strictSections(true)
          .withLoader(
              name -> {
                throw new MustacheException("other templates can't be brought in: " + name);
              })
          .withEscaper(OfferTemplate::escaped);

  private final com.samskivert.mustache.Template html;
  private final String css;

  private OfferTemplate(com.samskivert.mustache.Template html, String css) {
    this.html = html;
    this.css = css;
  }

  /**
   * Reads a template and tries it on an offer of everything and on one of nothing.
   *
   * @throws UnusableTemplate when it can't be used
   */
  static OfferTemplate of(Template template) {
    if (UNESCAPED.matcher(template.html()).find()) {
      throw new UnusableTemplate("the template shows texts without escaping them");
    }
    OfferTemplate read = new OfferTemplate(compiled(template.html()), template.css());
    for (Map<String, Object> sample : OfferSample.everyKind()) {
      read.page(sample);
    }
    return read;
  }

  private static com.samskivert.mustache.Template compiled(String html) {
    try {
      return COMPILER.compile(html);
    } catch (MustacheException e) {
      throw new UnusableTemplate("the template can't be read: " + e.getMessage(), e);
    }
  }

  /** The page of what the model says, with its style. */
  Document page(Map<String, Object> model) {
    Document page = parsed(filled(model));
    Element style = page.createElement("style");
    style.setAttribute("type", "text/css");
    style.appendChild(page.createTextNode(css));
    page.getElementsByTagName("head").item(0).appendChild(style);
    return page;
  }

  private String filled(Map<String, Object> model) {
    try {
      return html.execute(model);
    } catch (MustacheException e) {
      throw new UnusableTemplate("the template can't be filled: " + e.getMessage(), e);
    }
  }

  private static Document parsed(String html) {
    try {
      DocumentBuilder builder = reader();
      Document page = builder.parse(new InputSource(new StringReader(html)));
      if (page.getElementsByTagName("head").getLength() != 1) {
        throw new UnusableTemplate("the template has no head");
      }
      return page;
    } catch (SAXParseException e) {
      throw new UnusableTemplate(
          "the template is no well-formed XHTML, line "
              + e.getLineNumber()
              + " when filled: "
              + e.getMessage(),
          e);
    } catch (SAXException | IOException e) {
      throw new UnusableTemplate("the template is no well-formed XHTML: " + e.getMessage(), e);
    }
  }

  private static DocumentBuilder reader() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setXIncludeAware(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Strict());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's own parser knows these", e);
    }
  }

  /** Says nothing by itself, where the parser's own would write to the console. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(@Nullable SAXParseException e) {}

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }

  /** As XML wants it; what XML can't hold at all is left out. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\r' -> escaped.append("&#13;");
                default -> {
                  if (isOfXml(c)) {
                    escaped.appendCodePoint(c);
                  }
                }
              }
            });
    return escaped.toString();
  }

  /** XML 1.0, section 2.2. */
  private static boolean isOfXml(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
