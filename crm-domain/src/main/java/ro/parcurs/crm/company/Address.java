package ro.parcurs.crm.company;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ro.parcurs.crm.text.Text;

/**
 * A place in Romania.
 *
 * @param locality at most {@value #MAX_LOCALITY} characters
 * @param street street, number and what else leads to the door; at most {@value #MAX_STREET}
 *     characters
 */
public record Address(
    County county, String locality, Optional<String> street, Optional<PostalCode> postalCode) {

  public static final int MAX_LOCALITY = 100;
  public static final int MAX_STREET = 300;

  public Address {
    Objects.requireNonNull(county, "county");
    locality = Text.required("locality", locality, MAX_LOCALITY);
    street = street.flatMap(text -> Text.optional("street", text, MAX_STREET));
    Objects.requireNonNull(postalCode, "postalCode");
  }

  /** The whole address in one line, in the order of an envelope. */
  public String inOneLine() {
    return Stream.of(
            street,
            Optional.of(locality),
            Optional.of(county.displayName()),
            postalCode.map(PostalCode::digits))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }
}
