package ro.parcurs.crm.adapter.registry;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.adapter.registry.Enquiries.Urgency;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Anaf;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.usecase.CompanyRegistry;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;
import ro.parcurs.crm.lead.usecase.RegistryEntry;

/** The tax authority's public service. Thread-safe. */
final class AnafCompanyRegistry implements CompanyRegistry, AutoCloseable {

  private final Anaf configuration;
  private final Enquiries enquiries;

  AnafCompanyRegistry(Anaf configuration, Clock clock) {
    this.configuration = configuration;
    this.enquiries = new Enquiries(configuration, new AnafService(configuration, clock)::ask);
  }

  @Override
  public RegistryAnswer lookUp(Cui cui) {
    return enquiries.await(
        enquiries.askUnlessKnown(cui, Urgency.URGENT), configuration.patience().asking());
  }

  @Override
  public RegistryAnswer lookUpAnew(Cui cui) {
    return enquiries.await(enquiries.ask(cui, Urgency.URGENT), configuration.patience().asking());
  }

  @Override
  public Map<Cui, RegistryAnswer> lookUpAll(Set<Cui> cuis) {
    Map<Cui, Enquiry> asked = new LinkedHashMap<>();
    cuis.forEach(cui -> asked.put(cui, enquiries.ask(cui, Urgency.PATIENT)));
    long end = System.nanoTime() + patience(cuis.size()).toNanos();
    Map<Cui, RegistryAnswer> answers = new LinkedHashMap<>();
    asked.forEach(
        (cui, enquiry) ->
            answers.put(cui, enquiries.await(enquiry, Duration.ofNanos(end - System.nanoTime()))));
    return answers;
  }

  @Override
  public Optional<RegistryEntry> recall(Cui cui) {
    return enquiries
        .recall(cui)
        .map(answer -> answer instanceof RegistryAnswer.Found known ? known.company() : null);
  }

  /** As long as all of them take when each request takes as long as it may, with one retry. */
  private Duration patience(int codes) {
    RegistryAdapter.Pace pace = configuration.pace();
    int requests = 1 + (codes + pace.batch() - 1) / pace.batch();
    return configuration.patience().call().plus(pace.between()).multipliedBy(2L * requests);
  }

  @Override
  public void close() {
    enquiries.close();
  }
}
