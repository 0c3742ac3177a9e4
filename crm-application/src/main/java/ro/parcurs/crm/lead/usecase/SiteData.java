package ro.parcurs.crm.lead.usecase;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.company.Address;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.PostalCode;
import ro.parcurs.crm.lead.WorkPoint;
import ro.parcurs.crm.lead.WorkPointId;
import ro.parcurs.crm.validation.Given;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.validation.ValueOf;

/** A work point as it is filled in; everything but the postal code is required. */
public record SiteData(
    @NotNull @PlainText(max = WorkPoint.MAX_NAME, required = true) @Nullable String name,
    @NotNull @Nullable County county,
    @NotNull @PlainText(max = Address.MAX_LOCALITY, required = true) @Nullable String locality,
    @NotNull @PlainText(max = Address.MAX_STREET, required = true) @Nullable String street,
    @ValueOf(PostalCode.class) @Nullable String postalCode) {

  /** The site, once the faults are told. */
  WorkPoint site(WorkPointId id) {
    return new WorkPoint(
        id,
        Objects.requireNonNull(name),
        new Address(
            Objects.requireNonNull(county),
            Objects.requireNonNull(locality),
            Given.text(street),
            Given.value(postalCode, PostalCode::of)));
  }
}
