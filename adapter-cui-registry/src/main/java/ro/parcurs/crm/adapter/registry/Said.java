package ro.parcurs.crm.adapter.registry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.company.Address;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.PostalCode;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;
import ro.parcurs.crm.timeline.LeadField;

/** What registries say, made into values; what can't be one is left out and noted. */
final class Said {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern COMMAS = Pattern.compile("\\s*,(?:\\s*,)*\\s*");
  private static final Pattern EDGE_COMMAS = Pattern.compile("^(?:, )+|,\\s*$");
  private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x1F\\x7F-\\x9F]");
  private static final int WITHOUT_ZERO = 5;
  private static final List<DateTimeFormatter> DATES =
      Stream.of("uuuu-MM-dd", "dd.MM.uuuu", "dd/MM/uuuu")
          .map(form -> DateTimeFormatter.ofPattern(form).withResolverStyle(ResolverStyle.STRICT))
          .toList();

  private final Set<LeadField> omitted;

  /**
   * @param omitted gets the fields that are left out
   */
  Said(Set<LeadField> omitted) {
    this.omitted = omitted;
  }

  /**
   * A text as people write it: one blank between words, none at the edges, ș and ț with a comma
   * below instead of the cedilla of old code pages.
   *
   * @return null when it holds what is no text
   */
  static @Nullable String tidied(String text) {
    String tidied =
        Text.clean(BLANKS.matcher(text).replaceAll(" "))
            .replace('\u015F', '\u0219')
            .replace('\u0163', '\u021B')
            .replace('\u015E', '\u0218')
            .replace('\u0162', '\u021A');
    return CONTROLS.matcher(tidied).find() || !Text.isStorable(tidied) ? null : tidied;
  }

  /** A date in one of the forms in use; empty when it is none. */
  static Optional<LocalDate> date(String text) {
    for (DateTimeFormatter form : DATES) {
      try {
        return Optional.of(LocalDate.parse(text, form));
      } catch (DateTimeException e) {
        // the next form may fit
      }
    }
    return Optional.empty();
  }

  /** The value that the text means; noted as left out when it means none. */
  <V> Optional<V> value(LeadField field, Optional<String> text, Function<String, V> reading) {
    try {
      return text.map(reading);
    } catch (InvalidInput | IllegalArgumentException e) {
      omitted.add(field);
      return Optional.empty();
    }
  }

  /** Bucharest's codes lose their zero in the registry; elsewhere five digits are no code. */
  Optional<PostalCode> postalCode(Optional<String> text, Optional<County> county) {
    return value(
        LeadField.POSTAL_CODE,
        text,
        code -> {
          if (code.length() == WITHOUT_ZERO && county.filter(County.B::equals).isEmpty()) {
            throw new IllegalArgumentException("five digits");
          }
          return PostalCode.of(code);
        });
  }

  Optional<String> name(Optional<String> text) {
    return cut(LeadField.NAME, text, CompanyProfile.MAX_NAME);
  }

  Optional<String> locality(Optional<String> text) {
    return cut(LeadField.LOCALITY, text, Address.MAX_LOCALITY);
  }

  /** The parts of an address in one line, parted by one comma each. */
  Optional<String> street(Stream<Optional<String>> parts) {
    String line = parts.flatMap(Optional::stream).collect(Collectors.joining(", "));
    String tidied =
        EDGE_COMMAS.matcher(COMMAS.matcher(line).replaceAll(", ")).replaceAll("").strip();
    return cut(
        LeadField.STREET,
        Optional.of(tidied).filter(street -> !street.isEmpty()),
        Address.MAX_STREET);
  }

  /** What is longer than a lead keeps is cut, between two characters, and noted. */
  private Optional<String> cut(LeadField field, Optional<String> text, int max) {
    return text.map(
        whole -> {
          if (whole.length() <= max) {
            return whole;
          }
          omitted.add(field);
          int end = Character.isHighSurrogate(whole.charAt(max - 1)) ? max - 1 : max;
          return whole.substring(0, end).strip();
        });
  }
}
