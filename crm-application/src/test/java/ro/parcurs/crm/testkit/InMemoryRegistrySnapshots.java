package ro.parcurs.crm.testkit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.RegistrySnapshot;
import ro.parcurs.crm.lead.usecase.RegistrySnapshots;

/** What the registry said of leads' companies, in memory. */
public final class InMemoryRegistrySnapshots implements RegistrySnapshots {

  private record Key(LeadId lead, Instant answeredAt) {}

  private final InMemoryTable<Key, RegistrySnapshot> snapshots;

  public InMemoryRegistrySnapshots(InMemoryDatabase database) {
    snapshots = database.table();
  }

  @Override
  public void add(RegistrySnapshot snapshot) {
    Key key = new Key(snapshot.lead(), snapshot.answeredAt());
    snapshots.put(key, snapshots.find(key).orElse(snapshot));
  }

  @Override
  public Optional<RegistrySnapshot> findNewest(LeadId lead) {
    return of(lead, 1).stream().findFirst();
  }

  @Override
  public List<RegistrySnapshot> of(LeadId lead, int limit) {
    return snapshots.all().stream()
        .filter(snapshot -> snapshot.lead().equals(lead))
        .sorted(Comparator.comparing(RegistrySnapshot::answeredAt).reversed())
        .limit(limit)
        .toList();
  }
}
