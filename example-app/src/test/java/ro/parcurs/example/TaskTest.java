package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.parcurs.crm.lead.usecase.DuplicateRule;

class TaskTest {

  private static Task of(String line) {
    return Task.of(CommandLine.of(line.isBlank() ? new String[0] : line.split(" ")));
  }

  @Test
  void nothing_said_means_to_serve_the_pages() {
    assertThat(of("")).isEqualTo(new Task.Serve());
    assertThat(of("--port 9000 --empty")).isEqualTo(new Task.Serve());
  }

  @Test
  void an_import_skips_duplicates_and_is_done_by_the_manager_unless_said_otherwise() {
    Task.Import task = (Task.Import) of("import a.xlsx");
    assertThat(task.file()).isEqualTo(Path.of("a.xlsx"));
    assertThat(task.duplicates()).isEqualTo(DuplicateRule.SKIP);
    assertThat(task.by().actor().name()).isEqualTo("Dan Munteanu");
    assertThat(task.by().language().getLanguage()).isEqualTo("ro");
    assertThat(task.check()).isFalse();
    Task.Import other =
        (Task.Import)
            of(
                "import a.xls --duplicates update --sheet Foaie1 --failed b.xlsx --check"
                    + " --as ana.ionescu --language en --data-dir d");
    assertThat(other.sheet()).contains("Foaie1");
    assertThat(other.duplicates()).isEqualTo(DuplicateRule.UPDATE);
    assertThat(other.failed()).isEqualTo(Optional.of(Path.of("b.xlsx")));
    assertThat(other.check()).isTrue();
    assertThat(other.by().actor().name()).isEqualTo("Ana Ionescu");
    assertThat(other.by().language().getLanguage()).isEqualTo("en");
  }

  @Test
  void what_is_exported_gives_the_file_its_name_unless_said_otherwise() {
    assertThat(((Task.Export) of("export leads --search sibiu")).search()).isEqualTo("sibiu");
    assertThat(((Task.Export) of("export catalogue")).to()).isEqualTo(Path.of("catalogue.xlsx"));
    Task.Export offer = (Task.Export) of("export offer OF-2026-00042/2");
    assertThat(offer.offer()).isEqualTo("OF-2026-00042/2");
    assertThat(offer.to()).isEqualTo(Path.of("OF-2026-00042-2.xlsx"));
    assertThat(((Task.Export) of("export leads --to x.xlsx")).to()).isEqualTo(Path.of("x.xlsx"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          data                                   | unknown option: data
          import                                 | import needs one file
          import a.xlsx b.xlsx                   | import needs one file
          import a.xlsx --duplicates keep        | one of skip, update, refuse: keep
          import a.xlsx --as nobody              | --as has to be one of ana.ionescu,
          import a.xlsx --language de            | --language has to be one of ro, en: de
          import a.xlsx --port 80                | --port can't go with import
          import a.xlsx --to b.xlsx              | --to can't go with import
          export                                 | export needs leads, catalogue or offer
          export invoices                        | one of leads, catalogue, offer: invoices
          export offer                           | export offer needs its number
          export leads all                       | export takes one thing
          export catalogue --search x            | --search goes with export leads
          export leads --sheet x                 | --sheet can't go with export
          --sheet x                              | --sheet needs import or export
          """)
  void an_unclear_line_is_refused_with_the_reason(String line, String reason) {
    assertThatThrownBy(() -> of(line))
        .isInstanceOf(Settings.Unclear.class)
        .hasMessageContaining(reason);
  }
}
