package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;
import ro.parcurs.crm.testkit.Cuis;

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
    assertThat(of("").companies()).isEqualTo(new CompanySource.Demo());
    assertThat(of("--registry demo")).isEqualTo(Settings.defaults());
    assertThat(of("--registry anaf").companies()).isEqualTo(new CompanySource.Live());
    assertThat(of("--registry=none").companies()).isEqualTo(new CompanySource.None());
  }

  @Test
  void company_data_may_come_from_a_file_of_one_s_own() {
    for (String file : List.of("companies.csv", "./companies", "/srv/companies", "C:\\companies")) {
      assertThat(of("--registry " + file).companies())
          .isEqualTo(new CompanySource.OfFile(Path.of(file)));
    }
  }

  @Test
  void every_source_of_company_data_can_be_opened(@TempDir Path directory) throws IOException {
    Cui cui = Cuis.next();
    Path file = directory.resolve("companies.csv");
    Files.writeString(file, "DENUMIRE^CUI\nA MEA SRL^" + cui + "\n");
    CompanySource own = new CompanySource.OfFile(file);
    for (CompanySource source : List.of(new CompanySource.Demo(), new CompanySource.Live(), own)) {
      source.open(Clock.systemUTC()).orElseThrow().close();
    }
    assertThat(new CompanySource.None().open(Clock.systemUTC())).isEmpty();
    assertThat(own.open(Clock.systemUTC()).orElseThrow().registry().lookUp(cui))
        .isInstanceOf(RegistryAnswer.Found.class);
  }

  @Test
  void a_file_of_companies_that_isn_t_there_ends_the_program_with_the_reason() {
    try (ChildProgram program =
        ChildProgram.start("--registry", "isn-t-there.csv", "--port", "0")) {
      assertThat(program.exitCode()).isEqualTo(1);
      assertThat(program.output())
          .contains("The file of companies can't be used", "isn-t-there.csv")
          .doesNotContain("Exception");
    }
  }

  @Test
  void mail_stays_on_this_machine_unless_a_server_is_named() {
    assertThat(of("").mail()).isEqualTo(new OutgoingMail.Kept());
    SmtpAdapter.Configuration server = server("--smtp smtp://ana%40exemplu.ro:a+b%3A%25@mail.ro");
    assertThat(server.host()).isEqualTo("mail.ro");
    assertThat(server.port()).isEqualTo(587);
    assertThat(server.security()).isEqualTo(SmtpAdapter.Security.STARTTLS);
    assertThat(server.login()).contains(new SmtpAdapter.Login("ana@exemplu.ro", "a+b:%"));
    assertThat(server.from().address().value()).isEqualTo("ana@exemplu.ro");
  }

  @Test
  void a_mail_server_may_speak_tls_from_the_beginning_and_need_no_login() {
    SmtpAdapter.Configuration server =
        server("--smtp smtps://mail.exemplu.ro --mail-from vanzari@exemplu.ro");
    assertThat(server.port()).isEqualTo(465);
    assertThat(server.security()).isEqualTo(SmtpAdapter.Security.TLS);
    assertThat(server.login()).isEmpty();
    assertThat(server.from().address().value()).isEqualTo("vanzari@exemplu.ro");
    assertThat(server("--smtp smtp://[::1]:2525 --mail-from a@exemplu.ro"))
        .extracting(SmtpAdapter.Configuration::host, SmtpAdapter.Configuration::port)
        .containsExactly("::1", 2525);
  }

  @Test
  void the_password_of_the_mail_server_may_come_from_the_environment_and_is_never_told() {
    Settings settings =
        Settings.of(
            new String[] {"--smtp", "smtp://u@mail.ro", "--mail-from=a@exemplu.ro"},
            Map.of("PARCURS_SMTP_PASSWORD", "tainic"));
    assertThat(((OutgoingMail.OverSmtp) settings.mail()).server().login())
        .contains(new SmtpAdapter.Login("u", "tainic"));
    assertThat(settings.toString()).doesNotContain("tainic");
    for (String line :
        List.of(
            "smtp://u:tainic@mail.ro/x", "smtp://u:tainic@mail.ro:99999", "smtp://u:tainic@@")) {
      assertThatThrownBy(() -> of("--mail-from a@exemplu.ro --smtp " + line))
          .isInstanceOf(Settings.Unclear.class)
          .hasMessageNotContaining("tainic");
    }
  }

  private static SmtpAdapter.Configuration server(String line) {
    return ((OutgoingMail.OverSmtp) of(line).mail()).server();
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
          --empty=yes                                          | unknown option: --empty=yes
          --port                                               | --port needs a value
          --registry onrc                                      | demo, anaf, none or a file such as companies.csv: onrc
          --registry ANAF                                      | demo, anaf, none or a file such as companies.csv: ANAF
          --registry                                           | --registry needs a value
          --port --empty                                       | --port needs a value
          --port eighty                                        | --port has to be a number: eighty
          --port 65536                                         | between 0 and 65535: 65536
          --port -1                                            | between 0 and 65535: -1
          --port 1 --port 2                                    | --port is given twice
          --database-url jdbc:mysql://db/crm                   | has to begin with jdbc:postgresql://
          --database-url jdbc:postgresql://db/crm              | needs --database-user
          --database-user ana                                  | need --database-url
          --smtp                                               | --smtp needs a value
          --smtp mail.exemplu.ro:587                           | has to be smtp://user:password@host:port
          --smtp http://mail.exemplu.ro                        | has to be smtp://user:password@host:port
          --smtp smtp://a:b@c@mail.ro                          | in a user or password @ is written as %40
          --smtp smtp://mail.ro/inbox                          | has to be smtp://user:password@host:port
          --smtp smtp://mail.ro:0 --mail-from a@exemplu.ro     | --smtp: not a port: 0
          --smtp smtp://a%40exemplu.ro@mail.ro                 | PARCURS_SMTP_PASSWORD
          --smtp smtp://:b@mail.ro --mail-from a@exemplu.ro    | --smtp: a login without a user
          --smtp smtp://ana:b@mail.ro                          | needs --mail-from
          --smtp smtp://mail.ro --mail-from ana                | --mail-from has to be an e-mail address: ana
          --mail-from a@exemplu.ro                             | --mail-from needs --smtp
          --data-dir d --database-url jdbc:postgresql://db/crm | can't go with --database-url
          """)
  void an_unclear_line_is_refused_with_the_reason(String line, String reason) {
    assertThatThrownBy(() -> of(line))
        .isInstanceOf(Settings.Unclear.class)
        .hasMessageContaining(reason);
  }
}
