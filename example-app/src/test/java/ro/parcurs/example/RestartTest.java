package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The program is stopped, killed and started again, as a process of its own. */
class RestartTest {

  private Path directory;

  @BeforeEach
  void makeDirectory() throws IOException {
    directory = Files.createTempDirectory("parcurs");
  }

  @AfterEach
  void deleteDirectory() {
    RunningApp.delete(directory);
  }

  private ChildProgram start() {
    return ChildProgram.start("--port", "0", "--empty", "--data-dir", directory.toString());
  }

  @Test
  void what_was_stored_is_there_after_a_restart_and_after_a_kill() throws Exception {
    try (ChildProgram first = start()) {
      assertThat(new Visitor(first.address()).get("/sign-in").statusCode()).isEqualTo(200);
      execute("create table kept (what text)");
      execute("insert into kept values ('before a clean stop')");
      first.stop();
    }
    assertThat(pidFile()).as("the server was stopped too").doesNotExist();

    try (ChildProgram second = start()) {
      second.address();
      execute("insert into kept values ('before a kill')");
      second.kill();
    }
    ProcessHandle orphan = ChildProgram.alive(Files.readString(pidFile())).orElseThrow();

    try (ChildProgram third = start()) {
      assertThat(new Visitor(third.address()).as("ana.ionescu").get("/").statusCode())
          .isEqualTo(200);
      assertThat(orphan.isAlive()).isFalse();
      assertThat(kept()).isEqualTo(2);
    }
  }

  @Test
  void the_embedded_server_confirms_nothing_that_is_not_on_disk() throws Exception {
    try (ChildProgram program = start()) {
      program.address();

      assertThat(setting("fsync")).isEqualTo("on");
      assertThat(setting("synchronous_commit")).isEqualTo("on");
      assertThat(setting("full_page_writes")).isEqualTo("on");
      assertThat(sorted("zar", "țara", "tata", "șir", "sir")).isEqualTo("sir,șir,tata,țara,zar");
    }
  }

  @Test
  void two_programs_do_not_work_on_the_same_data() {
    try (ChildProgram first = start()) {
      first.address();

      try (ChildProgram second = start()) {
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output()).contains("Another program works on", "--data-dir");
      }

      assertThat(new Visitor(first.address()).get("/sign-in").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_port_that_is_taken_is_told_and_nothing_is_left_running() throws Exception {
    try (ServerSocket taken = new ServerSocket(0);
        ChildProgram program =
            ChildProgram.start(
                "--port",
                String.valueOf(taken.getLocalPort()),
                "--host",
                "0.0.0.0",
                "--empty",
                "--data-dir",
                directory.toString())) {
      assertThat(program.exitCode()).isEqualTo(1);
      assertThat(program.output()).contains("Port " + taken.getLocalPort() + " is taken", "--port");
      assertThat(pidFile()).doesNotExist();
    }
  }

  @Test
  void an_unknown_option_is_told_with_the_usage() {
    try (ChildProgram program = ChildProgram.start("--colour", "red")) {
      assertThat(program.exitCode()).isEqualTo(2);
      assertThat(program.output()).contains("unknown option: --colour", "Usage:", "--database-url");
    }
  }

  @Test
  void a_server_that_is_not_there_is_told() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (ChildProgram program =
        ChildProgram.start(
            "--database-url",
            "jdbc:postgresql://localhost:" + free + "/crm",
            "--database-user",
            "crm")) {
      assertThat(program.exitCode()).isEqualTo(1);
      assertThat(program.output()).contains("The database can't be reached");
    }
  }

  private Path pidFile() {
    return directory.resolve("data").resolve("postmaster.pid");
  }

  private Connection connect() throws IOException, SQLException {
    List<String> lines = Files.readAllLines(pidFile());
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + lines.get(3) + "/parcurs", "postgres", "");
  }

  private void execute(String sql) throws IOException, SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String answer(String sql) throws IOException, SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private int kept() throws IOException, SQLException {
    return Integer.parseInt(answer("select count(*) from kept"));
  }

  private String setting(String name) throws IOException, SQLException {
    return answer("select current_setting('" + name + "')");
  }

  private String sorted(String... words) throws IOException, SQLException {
    String values = "('" + String.join("'), ('", words) + "')";
    return answer("select string_agg(w, ',' order by w) from (values " + values + ") v(w)");
  }
}
