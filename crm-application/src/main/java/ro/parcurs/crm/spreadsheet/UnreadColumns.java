package ro.parcurs.crm.spreadsheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The headings of columns that an import doesn't read, told apart.
 *
 * @param unknown those that mean nothing known
 * @param known those of columns that are known: an export writes them and no import reads them, or
 *     somebody said that they are not to be read, or that another column means the same
 */
public record UnreadColumns(List<String> unknown, List<String> known) {

  public UnreadColumns {
    unknown = List.copyOf(unknown);
    known = List.copyOf(known);
  }

  /**
   * Tells them apart.
   *
   * @param headings of the columns that are not read
   * @param kind the columns that are known
   */
  public static <C extends Enum<C> & KnownColumn> UnreadColumns of(
      Collection<String> headings, Class<C> kind, Wording wording) {
    Headings<C> meanings = new Headings<>(kind, wording);
    List<String> unknown = new ArrayList<>();
    List<String> known = new ArrayList<>();
    headings.forEach(
        heading -> (meanings.meaning(heading).isPresent() ? known : unknown).add(heading));
    return new UnreadColumns(unknown, known);
  }
}
