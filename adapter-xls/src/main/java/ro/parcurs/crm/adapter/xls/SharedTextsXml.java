package ro.parcurs.crm.adapter.xls;

import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;

/** Reads the XML of the texts that cells share. */
final class SharedTextsXml {

  private static final int MAX_WRITTEN = 8 * Workbook.MAX_TEXT;

  private SharedTextsXml() {}

  static void read(XmlPart xml, SharedTexts texts) throws XMLStreamException, IOException {
    StringBuilder text = new StringBuilder();
    boolean table = false;
    while (xml.nextElement()) {
      switch (xml.name()) {
        case "sst" -> table = true;
        case "si" -> {
          text.setLength(0);
          SheetXml.appendRich(xml, text, () -> append(xml, text));
          texts.add(Escapes.undone(text.toString()));
        }
        default -> xml.noteNames();
      }
    }
    if (!table) {
      throw new UnreadableWorkbook(WorkbookFault.DAMAGED);
    }
  }

  private static void append(XmlPart xml, StringBuilder text) throws XMLStreamException {
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE ->
            xml.appendText(text, MAX_WRITTEN);
        case XMLStreamConstants.START_ELEMENT -> SheetXml.skip(xml);
        case XMLStreamConstants.END_ELEMENT -> {
          return;
        }
        default -> {
          // comments say nothing
        }
      }
    }
  }
}
