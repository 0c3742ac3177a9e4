package ro.parcurs.crm.lead.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import ro.parcurs.crm.lead.LeadId;

/** What the registry once said of a lead's company, kept as it was said. */
public record RegistrySnapshot(LeadId lead, RegistryEntry company) {

  public RegistrySnapshot {
    Objects.requireNonNull(lead, "lead");
    Objects.requireNonNull(company, "company");
  }

  public Instant answeredAt() {
    return company.answeredAt();
  }

  /** How long ago that was; never negative. */
  public Duration age(Instant now) {
    return now.isBefore(answeredAt()) ? Duration.ZERO : Duration.between(answeredAt(), now);
  }
}
