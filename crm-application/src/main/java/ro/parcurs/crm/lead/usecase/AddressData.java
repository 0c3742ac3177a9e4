package ro.parcurs.crm.lead.usecase;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.company.Address;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.PostalCode;
import ro.parcurs.crm.validation.Given;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.validation.ValueOf;

/** An address as it is filled in; county and locality are required. */
public record AddressData(
    @NotNull @Nullable County county,
    @NotNull @PlainText(max = Address.MAX_LOCALITY, required = true) @Nullable String locality,
    @PlainText(max = Address.MAX_STREET) @Nullable String street,
    @ValueOf(PostalCode.class) @Nullable String postalCode) {

  /** The address, once the faults are told. */
  Address address() {
    return new Address(
        Objects.requireNonNull(county),
        Objects.requireNonNull(locality),
        Given.text(street),
        Given.value(postalCode, PostalCode::of));
  }
}
