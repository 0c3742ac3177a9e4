package ro.parcurs.crm.spreadsheet;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of a workbook come from. */
@FunctionalInterface
public interface WorkbookSource {

  /** The bytes; whoever asks closes the stream. */
  InputStream open() throws IOException;
}
