package ro.parcurs.architecture.breach.crm.lead;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public record InnocentLead(List<String> names, Optional<BigDecimal> value, Instant since) {

  public static InnocentLead born(Clock clock) {
    return new InnocentLead(List.of(), Optional.empty(), Instant.now(clock));
  }
}
