package ro.parcurs.crm.adapter.xls;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.exceptions.OLE2NotOfficeXmlFileException;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.spreadsheet.SheetContent;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;
import ro.parcurs.crm.spreadsheet.WorkbookSource;

/** Files of Excel: {@code .xlsx} and {@code .xls} are read, {@code .xlsx} is written. */
final class ExcelSpreadsheets implements Spreadsheets {

  /** Something that is done with a file from elsewhere. */
  interface Reading<R> {
    R read() throws Exception;
  }

  @Override
  public Workbook open(WorkbookSource source) throws IOException {
    KeptFile kept = KeptFile.of(source);
    try {
      return new ExcelWorkbook(
          kept,
          guarded(
              () ->
                  switch (kept.kind()) {
                    case XLSX -> XlsxWorkbook.open(kept);
                    case XLS -> XlsWorkbook.open(kept);
                  }));
    } catch (RuntimeException e) {
      kept.close();
      throw e;
    }
  }

  @Override
  public void write(OutputStream to, List<SheetContent> sheets) throws IOException {
    XlsxWriter.write(to, sheets);
  }

  /**
   * POI answers to broken files with exceptions of many kinds, most of them unchecked; they all
   * mean that the file is broken.
   */
  static <R> R guarded(Reading<R> reading) {
    try {
      return reading.read();
    } catch (CrmException e) {
      throw e;
    } catch (EncryptedDocumentException e) {
      throw new UnreadableWorkbook(WorkbookFault.PASSWORD, "", e);
    } catch (OLE2NotOfficeXmlFileException e) {
      throw new UnreadableWorkbook(WorkbookFault.NO_WORKBOOK, "", e);
    } catch (Exception | StackOverflowError e) {
      throw refusal("", e);
    }
  }

  /** What a failure while reading says of the file. */
  static CrmException refusal(String where, Throwable failure) {
    Throwable each = failure;
    while (each != null) {
      if (each instanceof CrmException known) {
        return known;
      }
      if (each instanceof EncryptedDocumentException) {
        return new UnreadableWorkbook(WorkbookFault.PASSWORD, where, failure);
      }
      // POI tells of its own guard by words alone.
      if (each.getMessage() != null && each.getMessage().contains("Zip bomb")) {
        return new UnreadableWorkbook(WorkbookFault.TOO_LARGE, where, failure);
      }
      each =
          each instanceof XMLStreamException xml && xml.getNestedException() != null
              ? xml.getNestedException()
              : each.getCause();
    }
    return new UnreadableWorkbook(WorkbookFault.DAMAGED, where, failure);
  }
}
