package ro.parcurs.architecture.breach.crm.lead.usecase;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import ro.parcurs.architecture.breach.crm.lead.InnocentLead;

public final class InnocentUseCase {

  private final Clock clock;

  @Inject
  InnocentUseCase(Clock clock) {
    this.clock = clock;
  }

  public InnocentLead handle(Command command) {
    return LocalDate.now(clock).isAfter(command.day()) ? InnocentLead.born(clock) : command.lead();
  }

  public record Command(LocalDate day, InnocentLead lead) {}
}
