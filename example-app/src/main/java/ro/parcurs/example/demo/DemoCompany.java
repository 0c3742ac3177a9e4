package ro.parcurs.example.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.lead.Priority;

/**
 * A company that doesn't exist, and how far its story goes. Its fiscal code passes the check digit
 * and is beyond those that were ever given out; its mail goes nowhere.
 *
 * @param daysAgo when its story began
 * @param owner a user; empty for nobody
 * @param wants what is put on its evaluation sheet
 */
record DemoCompany(
    String cui,
    String name,
    County county,
    String locality,
    String street,
    String postalCode,
    @Nullable String tradeRegisterNumber,
    String caen,
    @Nullable String iban,
    String phone,
    String email,
    String contact,
    String contactRole,
    Fate fate,
    int daysAgo,
    Priority priority,
    String source,
    Optional<String> owner,
    List<Want> wants) {

  /** How many of an item of the catalogue. */
  record Want(String item, BigDecimal quantity) {

    static Want of(String text) {
      String[] parts = text.split(":", 2);
      return new Want(parts[0], new BigDecimal(parts[1]));
    }
  }

  /** How far the story of a company has come. */
  enum Fate {
    NEW_UNOWNED,
    NEW,
    CONTACT_OPEN,
    CONTACT_OVERDUE,
    CONTACT_MADE,
    CONTACT_POSTPONED,
    MEETING_PLANNED,
    MEETING_OVERDUE,
    SHEET_DRAFT,
    SHEET_FINAL,
    OFFER_DRAFT,
    OFFER_SUBMITTED,
    OFFER_APPROVED,
    OFFER_WITH_CLIENT,
    OFFER_EXPIRED,
    OFFER_REVISED,
    CONTRACT_MISSING,
    CONTRACT_WARNED,
    CONTRACT_READY,
    CONTRACTED,
    INVOICED,
    PARTLY_PAID,
    PAID,
    INVOICE_OVERDUE,
    SECOND_PURSUIT,
    REFUSED_CONTACT,
    REFUSED_MEETING,
    REFUSED_OFFER,
    REFUSED_CONTRACT,
    DEACTIVATED
  }

  /** The companies, in the order of their file. */
  static List<DemoCompany> all() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(DemoCompany.class.getResourceAsStream("companies.tsv")),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).map(DemoCompany::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DemoCompany of(String line) {
    String[] cells = line.split("\t", -1);
    return new DemoCompany(
        cells[0],
        cells[1],
        County.valueOf(cells[2]),
        cells[3],
        cells[4],
        cells[5],
        cells[6].isEmpty() ? null : cells[6],
        cells[7],
        cells[8].isEmpty() ? null : cells[8],
        cells[9],
        cells[10],
        cells[11],
        cells[12],
        Fate.valueOf(cells[13]),
        Integer.parseInt(cells[14]),
        Priority.valueOf(cells[15]),
        cells[16],
        Optional.of(cells[17]).filter(owner -> !owner.isEmpty()),
        cells[18].isEmpty()
            ? List.of()
            : Arrays.stream(cells[18].split(";")).map(Want::of).toList());
  }
}
