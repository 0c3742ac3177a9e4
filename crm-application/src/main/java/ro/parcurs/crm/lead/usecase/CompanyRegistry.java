package ro.parcurs.crm.lead.usecase;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.company.Cui;

/**
 * The public registry of companies. Implementations never throw: what goes wrong is an answer.
 * Asked only outside a unit of work. Thread-safe.
 */
@FunctionalInterface
public interface CompanyRegistry {

  /** The binding where no registry is connected. */
  CompanyRegistry NONE = cui -> new RegistryAnswer.NotConnected();

  /**
   * What the company is, as the registry said within the last day. Answers within three seconds
   * whatever happens there.
   */
  RegistryAnswer lookUp(Cui cui);

  /**
   * What the company is now: asks the registry even if it was asked lately. Answers within three
   * seconds too.
   */
  default RegistryAnswer lookUpAnew(Cui cui) {
    return lookUp(cui);
  }

  /**
   * What many companies are now. It takes the time that the registry's pace asks for, a minute for
   * a hundred at most.
   *
   * @return an answer for each code
   */
  default Map<Cui, RegistryAnswer> lookUpAll(Set<Cui> cuis) {
    Map<Cui, RegistryAnswer> answers = new LinkedHashMap<>();
    cuis.forEach(cui -> answers.put(cui, lookUpAnew(cui)));
    return answers;
  }

  /**
   * What the registry said of the company within the last day, as far as that is at hand: nobody is
   * asked, so this takes no time and may stand inside a unit of work.
   */
  default Optional<RegistryEntry> recall(Cui cui) {
    return Optional.empty();
  }
}
