package ro.parcurs.crm.adapter.registry;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.CompanyFile;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.UnusableFile;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.usecase.CompanyRegistry;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;
import ro.parcurs.crm.lead.usecase.RegistryEntry;

/** A registry without a network: a file of companies and its index. Thread-safe. */
final class FileCompanyRegistry implements CompanyRegistry {

  private static final Logger LOG = LoggerFactory.getLogger(FileCompanyRegistry.class);

  static final char SEPARATOR = '^';

  /** The longest line that is read; the open data's longest have about one kilobyte. */
  private static final int MAX_LINE = 64 << 10;

  private final Path companies;
  private final CompanyIndex index;
  private final List<String> columns;

  private FileCompanyRegistry(Path companies, CompanyIndex index, List<String> columns) {
    this.companies = companies;
    this.index = index;
    this.columns = columns;
  }

  static FileCompanyRegistry open(CompanyFile file) {
    Path companies = file.companies();
    try {
      if (!Files.isRegularFile(companies)) {
        throw new UnusableFile("there is no file " + companies, Optional.empty());
      }
      List<String> columns = header(companies);
      for (String needed : List.of(FileCompany.CODE, FileCompany.NAME)) {
        if (!columns.contains(needed)) {
          throw new UnusableFile(
              companies + " has no column " + needed + " in its first line", Optional.empty());
        }
      }
      CompanyIndex index = new CompanyIndex(companies, file.index());
      if (!index.isCurrent()) {
        index.build(columns.indexOf(FileCompany.CODE), SEPARATOR);
      }
      return new FileCompanyRegistry(companies, index, columns);
    } catch (IOException e) {
      throw new UnusableFile(
          "can't read or index " + companies + ": " + e.getMessage(), Optional.of(e));
    }
  }

  @Override
  public RegistryAnswer lookUp(Cui cui) {
    try {
      if (!index.isCurrent()) {
        LOG.warn("{} has changed since it was indexed; open it again", companies);
        return new RegistryAnswer.Unavailable();
      }
      OptionalLong line = index.find(Long.parseLong(cui.digits()));
      return line.isEmpty() ? new RegistryAnswer.NotFound() : read(cui, line.getAsLong());
    } catch (IOException e) {
      LOG.warn("The file of companies can't be read", e);
      return new RegistryAnswer.Unavailable();
    }
  }

  @Override
  public Optional<RegistryEntry> recall(Cui cui) {
    return lookUp(cui) instanceof RegistryAnswer.Found found
        ? Optional.of(found.company())
        : Optional.empty();
  }

  private RegistryAnswer read(Cui cui, long offset) throws IOException {
    Instant asOf = Files.getLastModifiedTime(companies).toInstant();
    Optional<List<String>> values = line(companies, offset).map(FileCompanyRegistry::split);
    Optional<RegistryEntry> company =
        values
            .filter(this::fits)
            .flatMap(fitting -> new FileCompany(columns, fitting).read(cui, asOf));
    if (company.isEmpty()) {
      LOG.warn("The line at {} of {} is not in its form", offset, companies);
    }
    return company
        .<RegistryAnswer>map(RegistryAnswer.Found::new)
        .orElseGet(RegistryAnswer.UnexpectedAnswer::new);
  }

  /**
   * A line with a separator inside a name has too many columns, and nobody knows which is which.
   */
  private boolean fits(List<String> values) {
    return values.size() <= columns.size()
        || values.subList(columns.size(), values.size()).stream().allMatch(String::isBlank);
  }

  private static List<String> header(Path companies) throws IOException {
    return line(companies, 0).map(FileCompanyRegistry::split).orElse(List.of()).stream()
        .map(name -> name.replace("\uFEFF", "").replace("\"", "").strip())
        .map(name -> name.toUpperCase(Locale.ROOT))
        .toList();
  }

  private static List<String> split(String line) {
    return List.of(line.split("\\" + SEPARATOR, -1));
  }

  /** The line that begins there; empty when it is too long or not UTF-8. */
  private static Optional<String> line(Path companies, long offset) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(companies.toFile(), "r")) {
      file.seek(offset);
      byte[] part = new byte[MAX_LINE];
      int filled = 0;
      int end = -1;
      while (end < 0 && filled < MAX_LINE) {
        int read = file.read(part, filled, MAX_LINE - filled);
        if (read < 0) {
          end = filled;
        } else {
          end = indexOf(part, '\n', filled, filled + read);
          filled += read;
        }
      }
      if (end < 0) {
        return Optional.empty();
      }
      int length = end > 0 && part[end - 1] == '\r' ? end - 1 : end;
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(part, 0, length)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static int indexOf(byte[] bytes, char wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }
}
