package ro.parcurs.crm.lead.usecase;

import java.util.List;
import java.util.Map;
import ro.parcurs.crm.file.Sha256;

/**
 * What is imported, and how.
 *
 * @param file what the file is recognised by; the file itself is not kept
 * @param fileName what it was called
 * @param sheet the name of the sheet
 * @param headerRow the number of the row with the headings
 * @param places where the known columns are, from 0
 * @param ignored the headings of the columns that are not read, in their order
 */
public record ImportPlan(
    Sha256 file,
    String fileName,
    String sheet,
    int headerRow,
    Map<LeadColumn, Integer> places,
    List<String> ignored,
    DuplicateRule duplicates) {

  public static final int MAX_FILE_NAME = 255;

  public ImportPlan {
    places = Map.copyOf(places);
    ignored = List.copyOf(ignored);
  }

  /** Whether both do the same; what the file is called makes no difference. */
  public boolean isSameAs(ImportPlan other) {
    return equals(
        new ImportPlan(
            other.file,
            fileName,
            other.sheet,
            other.headerRow,
            other.places,
            other.ignored,
            other.duplicates));
  }
}
