package ro.parcurs.crm.adapter.xls;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import ro.parcurs.crm.spreadsheet.Spreadsheets;

/**
 * Binds what the application needs of spreadsheets to files of Excel. Files are copied into the
 * JVM's directory for temporary files while they are read, and removed when they are closed.
 */
public final class XlsModule extends AbstractModule {

  @Override
  protected void configure() {
    OptionalBinder.newOptionalBinder(binder(), Spreadsheets.class)
        .setBinding()
        .toInstance(new ExcelSpreadsheets());
  }
}
