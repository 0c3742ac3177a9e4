package ro.parcurs.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ro.parcurs.crm.adapter.registry.RegistryAdapter;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Anaf;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.CompanyFile;

/** Where company data comes from. */
public enum CompanySource {
  /** A file of companies that don't exist. */
  DEMO,
  /** The tax authority's public service. */
  ANAF,
  /** Nowhere. */
  NONE;

  private static final String USER_AGENT = "Parcurs example (company data for a CRM)";
  private static final String COMPANIES = "demo/registry.csv";

  /**
   * @throws Settings.Unclear when there is no such source
   */
  static CompanySource of(String name) {
    return Stream.of(values())
        .filter(source -> source.option().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Settings.Unclear(
                    "--registry has to be one of "
                        + Stream.of(values())
                            .map(CompanySource::option)
                            .collect(Collectors.joining(", "))
                        + ": "
                        + name));
  }

  private String option() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Connects it; empty where there is nothing to connect. */
  Optional<RegistryAdapter> open(Clock clock) {
    return switch (this) {
      case DEMO -> Optional.of(demo());
      case ANAF -> Optional.of(RegistryAdapter.anaf(Anaf.defaults(USER_AGENT), clock));
      case NONE -> Optional.empty();
    };
  }

  private static RegistryAdapter demo() {
    try (InputStream companies = CompanySource.class.getResourceAsStream(COMPANIES)) {
      Path directory = Files.createTempDirectory("parcurs-registry");
      Path file = directory.resolve("registry.csv");
      Files.copy(Objects.requireNonNull(companies, COMPANIES), file);
      CompanyFile files = CompanyFile.at(file);
      RegistryAdapter adapter = RegistryAdapter.file(files);
      Stream.of(directory, file, files.index())
          .map(Path::toFile)
          .forEach(java.io.File::deleteOnExit);
      return adapter;
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's companies can't be unpacked", e);
    }
  }
}
