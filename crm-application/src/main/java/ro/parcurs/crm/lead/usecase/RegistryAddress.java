package ro.parcurs.crm.lead.usecase;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.PostalCode;

/** A place as the registry knows it; any part may be unknown. */
public record RegistryAddress(
    Optional<County> county,
    Optional<String> locality,
    Optional<String> street,
    Optional<PostalCode> postalCode) {

  /** Nothing is known. */
  public static final RegistryAddress UNKNOWN =
      new RegistryAddress(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public RegistryAddress {
    Objects.requireNonNull(county, "county");
    Objects.requireNonNull(locality, "locality");
    Objects.requireNonNull(street, "street");
    Objects.requireNonNull(postalCode, "postalCode");
  }

  /** Whether it leads anywhere: the place is known, or the street. */
  public boolean isKnown() {
    return locality.isPresent() || street.isPresent();
  }

  /** What is known of it in one line, in the order of an envelope. */
  public String inOneLine() {
    return Stream.of(
            street, locality, county.map(County::displayName), postalCode.map(PostalCode::digits))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }
}
