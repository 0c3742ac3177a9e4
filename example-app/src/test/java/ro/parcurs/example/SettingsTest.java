package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.parcurs.crm.adapter.registry.RegistryAdapter;

class SettingsTest {

  private static Settings of(String line) {
    return Settings.of(line.isBlank() ? new String[0] : line.split(" "), Map.of());
  }

  @Test
  void nothing_said_means_the_embedded_server_and_port_8080_for_this_machine_only() {
    Settings settings = of("");

    assertThat(settings).isEqualTo(Settings.defaults());
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.host()).isEqualTo("localhost");
    assertThat(settings.database()).isEmpty();
    assertThat(settings.dataDirectory()).isEqualTo(Path.of(".parcurs"));
    assertThat(settings.demoData()).isTrue();
  }

  @Test
  void options_are_read_with_a_space_or_an_equals_sign() {
    assertThat(of("--port 9000 --data-dir=here --host 0.0.0.0 --empty"))
        .isEqualTo(
            Settings.defaults()
                .withPort(9000)
                .withHost("0.0.0.0")
                .withDataDirectory(Path.of("here"))
                .withoutDemoData());
  }

  @Test
  void company_data_comes_from_the_demo_unless_said_otherwise() {
    assertThat(of("").companies()).isEqualTo(CompanySource.DEMO);
    assertThat(of("--registry demo")).isEqualTo(Settings.defaults());
    assertThat(of("--registry anaf").companies()).isEqualTo(CompanySource.ANAF);
    assertThat(of("--registry=none").companies()).isEqualTo(CompanySource.NONE);
  }

  @Test
  void every_source_of_company_data_can_be_opened() {
    for (CompanySource source : CompanySource.values()) {
      Optional<RegistryAdapter> adapter = source.open(Clock.systemUTC());
      assertThat(adapter.isPresent()).isEqualTo(source != CompanySource.NONE);
      adapter.ifPresent(RegistryAdapter::close);
    }
  }

  @Test
  void a_server_is_named_with_its_user_and_password() {
    Settings settings =
        of("--database-url jdbc:postgresql://db:5432/crm --database-user u --database-password p");

    assertThat(settings.database())
        .contains(new Settings.Database("jdbc:postgresql://db:5432/crm", "u", "p"));
    assertThat(settings.toString()).doesNotContain("password");
  }

  @Test
  void user_and_password_may_come_from_the_environment() {
    String[] line = {"--database-url", "jdbc:postgresql://db/crm"};
    Map<String, String> environment =
        Map.of("PARCURS_DATABASE_USER", "u", "PARCURS_DATABASE_PASSWORD", "p");

    assertThat(Settings.of(line, environment).database())
        .contains(new Settings.Database("jdbc:postgresql://db/crm", "u", "p"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --colour red                                         | unknown option: --colour
          data                                                 | unknown option: data
          --empty=yes                                          | unknown option: --empty=yes
          --port                                               | --port needs a value
          --registry onrc                                      | one of demo, anaf, none: onrc
          --registry ANAF                                      | one of demo, anaf, none: ANAF
          --registry                                           | --registry needs a value
          --port --empty                                       | --port needs a value
          --port eighty                                        | --port has to be a number: eighty
          --port 65536                                         | between 0 and 65535: 65536
          --port -1                                            | between 0 and 65535: -1
          --port 1 --port 2                                    | --port is given twice
          --database-url jdbc:mysql://db/crm                   | has to begin with jdbc:postgresql://
          --database-url jdbc:postgresql://db/crm              | needs --database-user
          --database-user ana                                  | need --database-url
          --data-dir d --database-url jdbc:postgresql://db/crm | can't go with --database-url
          """)
  void an_unclear_line_is_refused_with_the_reason(String line, String reason) {
    assertThatThrownBy(() -> of(line))
        .isInstanceOf(Settings.Unclear.class)
        .hasMessageContaining(reason);
  }
}
