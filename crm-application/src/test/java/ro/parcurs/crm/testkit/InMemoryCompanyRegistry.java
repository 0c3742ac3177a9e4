package ro.parcurs.crm.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.usecase.CompanyRegistry;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;
import ro.parcurs.crm.lead.usecase.RegistryEntry;

/** A registry of the companies that it was told of. Thread-safe. */
public final class InMemoryCompanyRegistry implements CompanyRegistry {

  private final Map<Cui, RegistryEntry> companies = new ConcurrentHashMap<>();
  private final Map<Cui, RegistryEntry> said = new ConcurrentHashMap<>();
  private final AtomicReference<Optional<RegistryAnswer>> trouble =
      new AtomicReference<>(Optional.empty());

  /** From now on it knows the company. */
  public void register(RegistryEntry company) {
    companies.put(company.cui(), company);
  }

  /** From now on it answers this, whatever it is asked. */
  public void answerAlways(RegistryAnswer answer) {
    trouble.set(Optional.of(answer));
  }

  @Override
  public RegistryAnswer lookUp(Cui cui) {
    RegistryAnswer answer = trouble.get().orElseGet(() -> known(cui));
    if (answer instanceof RegistryAnswer.Found found) {
      said.put(cui, found.company());
    }
    return answer;
  }

  @Override
  public Optional<RegistryEntry> recall(Cui cui) {
    return Optional.ofNullable(said.get(cui));
  }

  private RegistryAnswer known(Cui cui) {
    return Optional.ofNullable(companies.get(cui))
        .<RegistryAnswer>map(RegistryAnswer.Found::new)
        .orElseGet(RegistryAnswer.NotFound::new);
  }
}
