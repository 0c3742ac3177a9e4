package ro.parcurs.crm.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.catalogue.usecase.ItemColumn;
import ro.parcurs.crm.catalogue.usecase.RecipeColumn;
import ro.parcurs.crm.lead.usecase.LeadColumn;
import ro.parcurs.crm.message.Messages;
import ro.parcurs.crm.offer.usecase.OfferColumn;
import ro.parcurs.crm.pursuit.usecase.RefusalReasons;
import ro.parcurs.crm.testkit.InMemorySpreadsheets;

class HeadingsTest {

  private final Messages messages = new Messages(RefusalReasons.USUAL);
  private final Headings<LeadColumn> headings = new Headings<>(LeadColumn.class, messages);

  @Test
  void the_header_is_found_under_a_title_and_blank_rows() {
    ColumnMap<LeadColumn> map =
        headings.find(
            sheet(
                List.of("Clienți potențiali 2026", "", "Telefon"),
                List.of(),
                List.of("Întocmit de", "Ana"),
                List.of("Denumire", "", "C.U.I.", "LOCALITATE", "Judeţ", "Coloana mea"),
                List.of("Exemplu SRL", "", "18547290", "Dej", "Cluj", "x")));
    assertThat(map.headerRow()).isEqualTo(5);
    assertThat(map.places())
        .isEqualTo(
            Map.of(
                LeadColumn.NAME, 0,
                LeadColumn.CUI, 2,
                LeadColumn.LOCALITY, 3,
                LeadColumn.COUNTY, 4));
    assertThat(map.unread()).isEqualTo(Map.of(5, "Coloana mea"));
    assertThat(map.missing(LeadColumn.class)).isEmpty();
  }

  @Test
  void headings_are_known_in_both_languages_in_any_case_with_or_without_diacritics() {
    for (LeadColumn column : LeadColumn.values()) {
      for (Locale language : List.of(Locale.forLanguageTag("ro"), Locale.ENGLISH)) {
        String heading = messages.of(column, language);
        assertThat(headings.meaning(heading)).contains(column);
        assertThat(headings.meaning("  " + heading.toUpperCase(Locale.ROOT) + " * "))
            .contains(column);
        assertThat(headings.meaning(heading.replace('ș', 's').replace('ț', 'ţ').replace('ă', 'a')))
            .contains(column);
      }
    }
    assertThat(headings.meaning("CUI/CIF")).contains(LeadColumn.CUI);
    assertThat(headings.meaning("ceva")).isEmpty();
    assertThat(new Headings<>(OfferColumn.class, messages).meaning("U.M."))
        .contains(OfferColumn.UNIT);
    assertThat(new Headings<>(ItemColumn.class, messages).meaning("preț"))
        .contains(ItemColumn.PRICE);
    assertThat(new Headings<>(RecipeColumn.class, messages).meaning("Component"))
        .contains(RecipeColumn.COMPONENT);
  }

  @Test
  void of_two_columns_that_mean_the_same_the_first_has_it() {
    ColumnMap<LeadColumn> map = headings.find(sheet(List.of("CUI", "Cod fiscal", "Denumire")));
    assertThat(map.places()).isEqualTo(Map.of(LeadColumn.CUI, 0, LeadColumn.NAME, 2));
    assertThat(map.unread()).isEqualTo(Map.of(1, "Cod fiscal"));
    assertThat(map.missing(LeadColumn.class))
        .containsExactlyInAnyOrder(LeadColumn.COUNTY, LeadColumn.LOCALITY);
  }

  @Test
  void what_a_column_means_can_be_said_otherwise() {
    ColumnMap<LeadColumn> found = headings.find(sheet(List.of("CUI", "Denumire", "Zona")));
    ColumnMap<LeadColumn> said =
        found.with(2, Optional.of(LeadColumn.COUNTY)).with(1, Optional.empty());
    assertThat(said.places()).isEqualTo(Map.of(LeadColumn.CUI, 0, LeadColumn.COUNTY, 2));
    assertThat(said.unread()).isEqualTo(Map.of(1, "Denumire"));
    assertThat(said.with(1, Optional.of(LeadColumn.CUI)).places())
        .isEqualTo(Map.of(LeadColumn.CUI, 1, LeadColumn.COUNTY, 2));
    SheetRow row = new SheetRow(2, List.of(Cell.of("18547290")));
    assertThat(said.cell(row, LeadColumn.CUI).text()).isEqualTo("18547290");
    assertThat(said.cell(row, LeadColumn.COUNTY).isBlank()).isTrue();
    assertThat(said.cell(row, LeadColumn.IBAN).isBlank()).isTrue();
  }

  @Test
  void a_sheet_without_headings_is_refused() {
    Sheet sheet = sheet(List.of("18547290", "Exemplu SRL"), List.of("CUI"));
    assertThatThrownBy(() -> headings.find(sheet))
        .isInstanceOfSatisfying(
            UnreadableWorkbook.class,
            refusal -> assertThat(refusal.fault()).isEqualTo(WorkbookFault.NO_HEADER));
  }

  @SafeVarargs
  private static Sheet sheet(List<String>... rows) {
    List<List<String>> all = Arrays.asList(rows);
    InMemorySpreadsheets spreadsheets = new InMemorySpreadsheets();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      spreadsheets.write(
          bytes,
          List.of(
              new SheetContent(
                  "Foaie",
                  List.of(),
                  sheet -> all.forEach(row -> sheet.accept(row.stream().map(Cell::of).toList())))));
      return spreadsheets
          .open(() -> new ByteArrayInputStream(bytes.toByteArray()))
          .sheet(Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
