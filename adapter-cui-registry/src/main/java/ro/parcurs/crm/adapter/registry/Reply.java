package ro.parcurs.crm.adapter.registry;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;

/** What came of one request to the service. */
sealed interface Reply {

  /** It answered; an answer for each code that was asked. */
  record Answered(Map<Cui, RegistryAnswer> byCode) implements Reply {
    public Answered {
      byCode = Map.copyOf(byCode);
    }
  }

  /**
   * It didn't.
   *
   * @param answer what whoever asked is told
   * @param passing whether asking again may help
   * @param pause how long the service wants to be left alone, where it said so
   */
  record Trouble(RegistryAnswer answer, boolean passing, Optional<Duration> pause)
      implements Reply {

    /** Asking again may help. */
    static Trouble passing(RegistryAnswer answer) {
      return new Trouble(answer, true, Optional.empty());
    }

    /** Asking again gives the same. */
    static Trouble lasting(RegistryAnswer answer) {
      return new Trouble(answer, false, Optional.empty());
    }
  }
}
