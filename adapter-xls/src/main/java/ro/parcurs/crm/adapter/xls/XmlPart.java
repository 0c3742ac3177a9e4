package ro.parcurs.crm.adapter.xls;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;

/**
 * The XML of a part, element by element. No document type is accepted, hence no entity; nesting and
 * the number of different names are bounded. Names are local: the strict form of the format has
 * other namespaces and is otherwise the same.
 */
final class XmlPart {

  private static final int MAX_DEPTH = 128;
  private static final int MAX_NAMES = 5_000;
  private static final String RELATIONSHIPS = "/relationships";

  private final XMLStreamReader reader;
  private final Set<String> names = new HashSet<>();
  private int depth;

  XmlPart(InputStream in) throws XMLStreamException {
    // A factory of its own: the table of names goes when the part is read.
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    reader = factory.createXMLStreamReader(in);
    requireUtf8(reader.getCharacterEncodingScheme());
    requireUtf8(reader.getEncoding());
  }

  private static void requireUtf8(String encoding) {
    if (encoding != null
        && !Set.of("UTF-8", "US-ASCII", "ASCII").contains(encoding.toUpperCase(Locale.ROOT))) {
      throw new UnreadableWorkbook(WorkbookFault.FORBIDDEN_XML);
    }
  }

  /**
   * Goes on to the next event.
   *
   * @return one of {@link XMLStreamConstants}; the end of the document comes once
   */
  int next() throws XMLStreamException {
    int event = reader.next();
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        if (++depth > MAX_DEPTH) {
          throw new UnreadableWorkbook(WorkbookFault.DAMAGED);
        }
      }
      case XMLStreamConstants.END_ELEMENT -> depth--;
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw new UnreadableWorkbook(WorkbookFault.FORBIDDEN_XML);
      default -> {
        // text, comments and the end are the caller's business
      }
    }
    return event;
  }

  /** Goes on to the next element that begins; false at the end of the document. */
  boolean nextElement() throws XMLStreamException {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_DOCUMENT) {
        return false;
      }
    }
  }

  /** Reads to the end of the document, so that it is known to be whole. */
  void toTheEnd() throws XMLStreamException {
    while (nextElement()) {
      noteNames();
    }
  }

  String name() {
    return reader.getLocalName();
  }

  /** The value of an attribute without a namespace; null when it isn't there. */
  @org.jspecify.annotations.Nullable
  String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name) && isPlain(i)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** Whether an attribute is there and says yes. */
  boolean says(String name) {
    String value = attribute(name);
    return value != null && (value.equals("1") || value.equals("true"));
  }

  /** Calls back with every identity of a relationship that the element names. */
  void references(java.util.function.Consumer<String> seen) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String namespace = reader.getAttributeNamespace(i);
      if (namespace != null && namespace.endsWith(RELATIONSHIPS)) {
        seen.accept(reader.getAttributeValue(i));
      }
    }
  }

  /** Remembers what the element and its attributes are called; for elements of no use. */
  void noteNames() {
    names.add(reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      names.add(reader.getAttributeLocalName(i));
    }
    if (names.size() > MAX_NAMES) {
      throw new UnreadableWorkbook(WorkbookFault.DAMAGED);
    }
  }

  int attributes() {
    return reader.getAttributeCount();
  }

  /** The text at this place, to be used at once. */
  void appendText(StringBuilder to, int max) {
    if (to.length() + reader.getTextLength() > max) {
      throw new UnreadableWorkbook(WorkbookFault.TEXT_TOO_LONG);
    }
    to.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
  }

  private boolean isPlain(int attribute) {
    String namespace = reader.getAttributeNamespace(attribute);
    return namespace == null || namespace.isEmpty();
  }
}
