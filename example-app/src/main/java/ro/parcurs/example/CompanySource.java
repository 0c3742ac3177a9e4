package ro.parcurs.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ro.parcurs.crm.adapter.registry.RegistryAdapter;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Anaf;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.CompanyFile;

/** Where company data comes from. */
public sealed interface CompanySource {

  /** Connects it; empty where there is nothing to connect. */
  Optional<RegistryAdapter> open(Clock clock);

  /** Companies that don't exist, from a file that comes with the program. */
  record Demo() implements CompanySource {

    private static final String COMPANIES = "demo/registry.csv";

    @Override
    public Optional<RegistryAdapter> open(Clock clock) {
      try (InputStream companies = CompanySource.class.getResourceAsStream(COMPANIES)) {
        Path directory = Files.createTempDirectory("parcurs-registry");
        Path file = directory.resolve("registry.csv");
        Files.copy(Objects.requireNonNull(companies, COMPANIES), file);
        CompanyFile files = CompanyFile.at(file);
        RegistryAdapter adapter = RegistryAdapter.file(files);
        Stream.of(directory, file, files.index())
            .map(Path::toFile)
            .forEach(java.io.File::deleteOnExit);
        return Optional.of(adapter);
      } catch (IOException e) {
        throw new UncheckedIOException("the demo's companies can't be unpacked", e);
      }
    }
  }

  /** The tax authority's public service. */
  record Live() implements CompanySource {

    private static final String USER_AGENT = "Parcurs example (company data for a CRM)";

    @Override
    public Optional<RegistryAdapter> open(Clock clock) {
      return Optional.of(RegistryAdapter.anaf(Anaf.defaults(USER_AGENT), clock));
    }
  }

  /**
   * A file in the form of the trade register's open data.
   *
   * @param companies the file; its index is kept beside it
   */
  record OfFile(Path companies) implements CompanySource {

    @Override
    public Optional<RegistryAdapter> open(Clock clock) {
      return Optional.of(RegistryAdapter.file(CompanyFile.at(companies)));
    }
  }

  /** Nowhere. */
  record None() implements CompanySource {

    @Override
    public Optional<RegistryAdapter> open(Clock clock) {
      return Optional.empty();
    }
  }

  /**
   * The source that is meant on the command line: what looks like a file is one.
   *
   * @throws Settings.Unclear when there is no such source
   */
  static CompanySource of(String name) {
    return switch (name) {
      case "demo" -> new Demo();
      case "anaf" -> new Live();
      case "none" -> new None();
      default -> {
        if (name.indexOf('.') < 0 && name.indexOf('/') < 0 && name.indexOf('\\') < 0) {
          throw new Settings.Unclear(
              "--registry has to be demo, anaf, none or a file such as companies.csv: " + name);
        }
        yield new OfFile(Path.of(name));
      }
    };
  }
}
