package ro.parcurs.crm.adapter.xls;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;

/**
 * A workbook of Office Open XML. POI takes the package apart; what is in the parts is read as a
 * stream, since POI's model of a workbook takes two kilobytes a row and forgives missing parts.
 */
final class XlsxWorkbook implements SheetSource {

  private static final int MAX_ENTRIES = 5_000;
  private static final int MAX_SHEETS = 1_000;

  /** What POI reads into memory as a whole: the list of parts and how they hang together. */
  private static final int MAX_DIRECTORY = 4 << 20;

  private static final String WORKBOOK = "spreadsheetml.sheet.main+xml";
  private static final String TEMPLATE = "spreadsheetml.template.main+xml";

  private record Tab(String name, boolean visible, String relationship) {}

  private final OPCPackage parts;
  private final Map<String, Long> checksums;
  private final Inflation inflation;
  private final PackagePart workbook;
  private final List<Tab> tabs = new ArrayList<>();
  private Serials serials = Serials.FROM_1900;
  private boolean everythingIsStale;

  private XlsxWorkbook(OPCPackage parts, Map<String, Long> checksums, Inflation inflation) {
    this.parts = parts;
    this.checksums = checksums;
    this.inflation = inflation;
    this.workbook = findWorkbook();
  }

  static SheetSource open(KeptFile kept) throws IOException, InvalidFormatException {
    Inflation inflation = new Inflation(kept.file().length());
    Map<String, Long> checksums = readDirectory(kept, inflation);
    OPCPackage parts = OPCPackage.open(kept.file(), PackageAccess.READ);
    try {
      XlsxWorkbook workbook = new XlsxWorkbook(parts, checksums, inflation);
      workbook.readWorkbook();
      return workbook;
    } catch (IOException | RuntimeException e) {
      parts.revert();
      throw e;
    }
  }

  @Override
  public List<String> visible() {
    return tabs.stream().filter(Tab::visible).map(Tab::name).toList();
  }

  @Override
  public List<String> all() {
    return tabs.stream().map(Tab::name).toList();
  }

  @Override
  public void read(String name, RowSpool spool, MergedCells merged) throws IOException {
    Tab tab = tabs.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    PackagePart sheet = target(workbook, tab.relationship());
    requireKnownParts();
    try (SharedTexts texts = sharedTexts()) {
      NumberFormats formats = formats();
      for (PackagePart part : all(parts)) {
        if (part instanceof PackagePropertiesPart) {
          continue; // was read with the directory
        }
        if (part.getPartName().equals(sheet.getPartName())) {
          reading(
              part,
              xml ->
                  new SheetXml(
                          xml,
                          new RowCollector(spool, formats, serials),
                          merged,
                          texts,
                          everythingIsStale,
                          reference -> requireRelationship(part, reference))
                      .read());
        } else if (isXml(part)) {
          reading(part, xml -> readThrough(xml, reference -> requireRelationship(part, reference)));
        } else {
          readThrough(part);
        }
      }
    }
  }

  @Override
  public void close() {
    parts.revert();
  }

  // ---- the package ----

  /** What POI would read into memory, however large it is, is bounded before POI sees it. */
  private static Map<String, Long> readDirectory(KeptFile kept, Inflation inflation)
      throws IOException {
    try (ZipFile zip = new ZipFile(kept.file())) {
      if (zip.size() > MAX_ENTRIES) {
        throw new UnreadableWorkbook(WorkbookFault.TOO_LARGE);
      }
      Map<String, Long> checksums = new HashMap<>();
      List<ZipEntry> read = new ArrayList<>();
      Set<String> properties = propertyParts(zip, inflation);
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (checksums.put(name, entry.getCrc()) != null) {
          throw new UnreadableWorkbook(WorkbookFault.DAMAGED, entry.getName());
        }
        if (name.endsWith(".rels") || properties.contains("/" + name)) {
          read.add(entry);
        }
      }
      for (ZipEntry entry : read) {
        readDirectory(zip, entry, inflation, XmlPart::toTheEnd);
      }
      return checksums;
    }
  }

  /** The names of parts that describe the document; POI reads them when it opens a package. */
  private static Set<String> propertyParts(ZipFile zip, Inflation inflation) throws IOException {
    ZipEntry types = zip.getEntry("[Content_Types].xml");
    if (types == null) {
      throw new UnreadableWorkbook(WorkbookFault.NO_WORKBOOK);
    }
    Set<String> found = new HashSet<>();
    readDirectory(
        zip,
        types,
        inflation,
        xml -> {
          while (xml.nextElement()) {
            xml.noteNames();
            String type = xml.attribute("ContentType");
            if (type != null && type.toLowerCase(Locale.ROOT).contains("core-properties")) {
              String part = xml.attribute("PartName");
              if (part == null) {
                throw new UnreadableWorkbook(WorkbookFault.DAMAGED, types.getName());
              }
              found.add(part.toLowerCase(Locale.ROOT));
            }
          }
        });
    return found;
  }

  private static void readDirectory(
      ZipFile zip, ZipEntry entry, Inflation inflation, Reading reading) throws IOException {
    Inflation bounded = inflation.within(MAX_DIRECTORY);
    try (PartInput in = new PartInput(zip.getInputStream(entry), true, bounded)) {
      reading.read(new XmlPart(in));
      requireChecksum(entry.getCrc(), in.checksum(), entry.getName());
    } catch (XMLStreamException e) {
      throw damaged(entry.getName(), e);
    }
  }

  private PackagePart findWorkbook() {
    for (PackageRelationship relationship : parts.getRelationships()) {
      if (relationship.getRelationshipType().endsWith("/officeDocument")) {
        PackagePart part = target(relationship);
        if (part == null) {
          throw new UnreadableWorkbook(WorkbookFault.DAMAGED);
        }
        String type = part.getContentType().toLowerCase(Locale.ROOT);
        if (type.contains("sheet.binary")) {
          throw new UnreadableWorkbook(WorkbookFault.BINARY_FORMAT);
        }
        if (type.contains("macroenabled")) {
          throw new UnreadableWorkbook(WorkbookFault.MACROS);
        }
        if (!type.endsWith(WORKBOOK) && !type.endsWith(TEMPLATE)) {
          throw new UnreadableWorkbook(WorkbookFault.NO_WORKBOOK);
        }
        requireNoMacros();
        return part;
      }
    }
    throw new UnreadableWorkbook(WorkbookFault.NO_WORKBOOK);
  }

  private void requireNoMacros() {
    for (PackagePart part : all(parts)) {
      String type = part.getContentType().toLowerCase(Locale.ROOT);
      if (type.contains("vbaproject") || type.contains("macrosheet") || type.contains("activex")) {
        throw new UnreadableWorkbook(WorkbookFault.MACROS);
      }
    }
  }

  /** Whatever the package says to be there is there. */
  private void requireKnownParts() {
    parts.getRelationships().forEach(this::target);
    for (PackagePart part : all(parts)) {
      if (!part.isRelationshipPart()) {
        try {
          part.getRelationships().forEach(this::target);
        } catch (InvalidFormatException e) {
          throw damaged(part.getPartName().getName(), e);
        }
      }
    }
  }

  /** The part that is named; null when something outside is. */
  private @Nullable PackagePart target(PackageRelationship relationship) {
    if (relationship.getTargetMode() == TargetMode.EXTERNAL) {
      return null;
    }
    URI target = relationship.getTargetURI();
    if (target.getPath() == null || target.getPath().isEmpty()) {
      return null; // a place in the part itself
    }
    try {
      PackagePart part = parts.getPart(PackagingURIHelper.createPartName(withoutFragment(target)));
      if (part == null) {
        throw new UnreadableWorkbook(WorkbookFault.DAMAGED, target.toString());
      }
      return part;
    } catch (InvalidFormatException e) {
      throw damaged(target.toString(), e);
    }
  }

  private static URI withoutFragment(URI target) {
    return URI.create(target.getRawPath());
  }

  private PackagePart target(PackagePart from, String reference) {
    PackageRelationship relationship = from.getRelationship(reference);
    PackagePart part = relationship == null ? null : target(relationship);
    if (part == null) {
      throw new UnreadableWorkbook(WorkbookFault.DAMAGED, from.getPartName().getName());
    }
    return part;
  }

  private static void requireRelationship(PackagePart part, String reference) {
    if (!reference.isEmpty() && part.getRelationship(reference) == null) {
      throw new UnreadableWorkbook(WorkbookFault.DAMAGED, part.getPartName().getName());
    }
  }

  private static List<PackagePart> all(OPCPackage parts) {
    try {
      return parts.getParts();
    } catch (InvalidFormatException e) {
      throw damaged("", e);
    }
  }

  // ---- the parts ----

  private interface Reading {
    void read(XmlPart xml) throws XMLStreamException, IOException;
  }

  private void reading(PackagePart part, Reading reading) throws IOException {
    try (InputStream raw = part.getInputStream();
        PartInput in = new PartInput(raw, true, inflation)) {
      reading.read(new XmlPart(in));
      requireChecksum(part, in);
    } catch (XMLStreamException e) {
      throw damaged(part.getPartName().getName(), e);
    }
  }

  private static void readThrough(XmlPart xml, Consumer<String> references)
      throws XMLStreamException {
    while (xml.nextElement()) {
      xml.noteNames();
      xml.references(references);
    }
  }

  private void readThrough(PackagePart part) throws IOException {
    try (InputStream raw = part.getInputStream();
        PartInput in = new PartInput(raw, false, inflation)) {
      requireChecksum(part, in);
    }
  }

  private void requireChecksum(PackagePart part, PartInput in) throws IOException {
    requireChecksum(part.getPartName().getName().substring(1), in.checksum());
  }

  private void requireChecksum(String name, long found) {
    Long told = checksums.get(name.toLowerCase(Locale.ROOT));
    if (told != null) {
      requireChecksum(told, found, name);
    }
  }

  private static void requireChecksum(long told, long found, String name) {
    if (told != found) {
      throw new UnreadableWorkbook(WorkbookFault.DAMAGED, name);
    }
  }

  private static boolean isXml(PackagePart part) {
    String type = part.getContentType().toLowerCase(Locale.ROOT);
    return type.endsWith("+xml") || type.endsWith("/xml");
  }

  private void readWorkbook() throws IOException {
    reading(
        workbook,
        xml -> {
          while (xml.nextElement()) {
            switch (xml.name()) {
              case "workbookPr" -> {
                if (xml.says("date1904")) {
                  serials = Serials.FROM_1904;
                }
              }
              case "calcPr" -> everythingIsStale = xml.says("fullCalcOnLoad");
              case "sheet" -> addTab(xml);
              default -> xml.noteNames();
            }
          }
        });
  }

  private void addTab(XmlPart xml) {
    String name = xml.attribute("name");
    List<String> reference = new ArrayList<>();
    xml.references(reference::add);
    if (name == null || reference.size() != 1 || tabs.size() == MAX_SHEETS) {
      throw new UnreadableWorkbook(WorkbookFault.DAMAGED);
    }
    PackagePart part = target(workbook, reference.get(0));
    if (part.getContentType().toLowerCase(Locale.ROOT).contains("worksheet")) {
      String state = xml.attribute("state");
      tabs.add(new Tab(name, state == null || state.equals("visible"), reference.get(0)));
    }
  }

  private NumberFormats formats() throws IOException {
    NumberFormats formats = new NumberFormats();
    PackagePart part = related("/styles");
    if (part != null) {
      reading(part, xml -> readStyles(xml, formats));
    }
    return formats;
  }

  private static void readStyles(XmlPart xml, NumberFormats formats) throws XMLStreamException {
    boolean ofCells = false;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_DOCUMENT) {
        return;
      }
      if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("cellXfs")) {
        ofCells = false;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.name()) {
          case "cellXfs" -> ofCells = true;
          case "numFmt" -> {
            String code = xml.attribute("formatCode");
            formats.format(SheetXml.number(xml.attribute("numFmtId")), code == null ? "" : code);
          }
          case "xf" -> {
            if (ofCells) {
              formats.style(SheetXml.number(xml.attribute("numFmtId")));
            }
          }
          default -> xml.noteNames();
        }
      }
    }
  }

  private SharedTexts sharedTexts() throws IOException {
    SharedTexts texts = new SharedTexts();
    try {
      PackagePart part = related("/sharedStrings");
      if (part != null) {
        reading(part, xml -> SharedTextsXml.read(xml, texts));
      }
      return texts;
    } catch (IOException | RuntimeException e) {
      texts.close();
      throw e;
    }
  }

  private @Nullable PackagePart related(String type) {
    try {
      for (PackageRelationship relationship : workbook.getRelationships()) {
        if (relationship.getRelationshipType().endsWith(type)) {
          return target(relationship);
        }
      }
      return null;
    } catch (InvalidFormatException e) {
      throw damaged("workbook", e);
    }
  }

  private static CrmException damaged(String where, Exception cause) {
    return ExcelSpreadsheets.refusal(where, cause);
  }
}
