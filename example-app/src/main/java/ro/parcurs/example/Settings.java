package ro.parcurs.example;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line and the environment say.
 *
 * @param host the address to listen on; by default only this machine gets in
 * @param port 0 for any that is free
 * @param database a PostgreSQL server to work on; empty for the embedded one
 * @param dataDirectory where the embedded server keeps its data
 * @param demoData whether an empty database is filled with the demo company
 * @param companies where company data comes from
 * @param mail where mail goes
 */
public record Settings(
    String host,
    int port,
    Optional<Database> database,
    Path dataDirectory,
    boolean demoData,
    CompanySource companies,
    OutgoingMail mail) {

  /** A PostgreSQL server. */
  public record Database(String url, String user, String password) {

    /** The password is nobody's business. */
    @Override
    public String toString() {
      return "Database[url=" + url + ", user=" + user + "]";
    }
  }

  /** The command line can't be understood; the message says why. */
  public static final class Unclear extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unclear(String message) {
      super(message);
    }
  }

  static final String USAGE =
      """
      Usage: [options]                  serves the pages
             import FILE [options]      imports leads from a workbook, .xlsx or .xls
             export leads [options]     writes the leads into a workbook
             export catalogue [options] writes the items and their recipes into a workbook
             export offer NUMBER [options]
                                        writes an offer into a workbook
      Serving:
        --port NUMBER            where the pages are served, 8080 unless said otherwise
        --host ADDRESS           the network address to listen on, localhost unless said otherwise
        --registry SOURCE        where company data comes from: demo (companies that don't exist,
                                 the default), anaf (the tax authority's public service), none, or
                                 a file in the form of the trade register's open data, such as
                                 companies.csv; its index is kept beside it
        --smtp URL               the mail server that mail goes to, smtp://user:password@host:port
                                 (STARTTLS is required) or smtps://… (TLS from the beginning); the
                                 password is better given as the environment variable
                                 PARCURS_SMTP_PASSWORD. Unless said otherwise, mail goes to a
                                 mailbox among the pages, and nothing leaves this machine
        --mail-from ADDRESS      whom that mail is from; the user, where that is an address
      Importing and exporting:
        --as USER                who does it, dan.munteanu unless said otherwise
        --language ro|en         of what is told and written, ro unless said otherwise
        --sheet NAME             the sheet that is imported, the first visible one unless said
                                 otherwise
        --duplicates skip|update|refuse
                                 what becomes of companies that are leads already, or stand twice
                                 in the file; skip unless said otherwise
        --failed FILE            where the rows that were not taken are written
        --check                  only shows what would be read
        --search TEXT            exports only the leads that a search for it finds
        --to FILE                the workbook that is written
      An import that was stopped goes on when it is given again. It ends with 0 when every row was
      taken or skipped, 3 when some were not, 4 when it was stopped, 1 when it failed.
      All:
        --data-dir DIRECTORY     where the embedded PostgreSQL keeps its data, .parcurs unless
                                 said otherwise
        --database-url URL       a PostgreSQL server instead of the embedded one,
                                 jdbc:postgresql://host:port/database
        --database-user NAME     its user; or the environment variable PARCURS_DATABASE_USER
        --database-password PASSWORD
                                 its password; better given as the environment variable
                                 PARCURS_DATABASE_PASSWORD, which other users can't see
        --empty                  don't fill an empty database with the demo company
        --help                   this text""";

  private static final int DEFAULT_PORT = 8080;
  private static final int HIGHEST_PORT = 65_535;

  /** What holds when nothing is said. */
  public static Settings defaults() {
    return new Settings(
        "localhost",
        DEFAULT_PORT,
        Optional.empty(),
        Path.of(".parcurs"),
        true,
        new CompanySource.Demo(),
        new OutgoingMail.Kept());
  }

  /** The same on another port. */
  public Settings withPort(int newPort) {
    return new Settings(host, newPort, database, dataDirectory, demoData, companies, mail);
  }

  /** The same on another network address. */
  public Settings withHost(String newHost) {
    return new Settings(newHost, port, database, dataDirectory, demoData, companies, mail);
  }

  /** The same with the embedded server's data elsewhere. */
  public Settings withDataDirectory(Path directory) {
    return new Settings(host, port, database, directory, demoData, companies, mail);
  }

  /** The same on that server. */
  public Settings withDatabase(Database server) {
    return new Settings(host, port, Optional.of(server), dataDirectory, demoData, companies, mail);
  }

  /** The same without filling an empty database. */
  public Settings withoutDemoData() {
    return new Settings(host, port, database, dataDirectory, false, companies, mail);
  }

  /** The same with company data from elsewhere. */
  public Settings withCompanies(CompanySource source) {
    return new Settings(host, port, database, dataDirectory, demoData, source, mail);
  }

  /** The same with mail going elsewhere. */
  public Settings withMail(OutgoingMail way) {
    return new Settings(host, port, database, dataDirectory, demoData, companies, way);
  }

  /**
   * Reads a command line.
   *
   * @throws Unclear when it can't be understood
   */
  static Settings of(String[] arguments, Map<String, String> environment) {
    return of(CommandLine.of(arguments), environment);
  }

  /** Reads the options of a command line. */
  static Settings of(CommandLine line, Map<String, String> environment) {
    Settings settings = defaults();
    if (line.value("--port").isPresent()) {
      settings = settings.withPort(port(line.value("--port").get()));
    }
    if (line.value("--data-dir").isPresent()) {
      settings = settings.withDataDirectory(Path.of(line.value("--data-dir").get()));
    }
    if (line.has("--empty")) {
      settings = settings.withoutDemoData();
    }
    if (line.value("--registry").isPresent()) {
      settings = settings.withCompanies(CompanySource.of(line.value("--registry").get()));
    }
    if (line.value("--smtp").isPresent()) {
      settings =
          settings.withMail(
              OutgoingMail.of(
                  line.value("--smtp").get(),
                  line.value("--mail-from"),
                  Optional.ofNullable(environment.get("PARCURS_SMTP_PASSWORD"))));
    } else if (line.value("--mail-from").isPresent()) {
      throw new Unclear("--mail-from needs --smtp");
    }
    Optional<Database> server = database(line, environment);
    if (server.isPresent()) {
      settings = settings.withDatabase(server.get());
    }
    return settings.withHost(line.value("--host").orElse(settings.host()));
  }

  private static Optional<Database> database(CommandLine line, Map<String, String> environment) {
    Optional<String> url = line.value("--database-url");
    Optional<String> user =
        line.value("--database-user")
            .or(() -> Optional.ofNullable(environment.get("PARCURS_DATABASE_USER")));
    Optional<String> password =
        line.value("--database-password")
            .or(() -> Optional.ofNullable(environment.get("PARCURS_DATABASE_PASSWORD")));
    if (url.isEmpty()) {
      if (line.value("--database-user").isPresent()
          || line.value("--database-password").isPresent()) {
        throw new Unclear("--database-user and --database-password need --database-url");
      }
      return Optional.empty();
    }
    if (line.value("--data-dir").isPresent()) {
      throw new Unclear("--data-dir is of the embedded server; it can't go with --database-url");
    }
    if (!url.get().startsWith("jdbc:postgresql://")) {
      throw new Unclear("--database-url has to begin with jdbc:postgresql:// and names a server");
    }
    if (user.isEmpty()) {
      throw new Unclear("--database-url needs --database-user or PARCURS_DATABASE_USER");
    }
    return Optional.of(new Database(url.get(), user.get(), password.orElse("")));
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new Unclear("--port has to be a number: " + text);
    }
    throw new Unclear("--port has to be between 0 and " + HIGHEST_PORT + ": " + text);
  }
}
