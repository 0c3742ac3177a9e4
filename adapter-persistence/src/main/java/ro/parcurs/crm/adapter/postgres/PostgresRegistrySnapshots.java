package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.RegistryEntry;
import ro.parcurs.crm.lead.usecase.RegistrySnapshot;
import ro.parcurs.crm.lead.usecase.RegistrySnapshots;

/** What the registry said of leads' companies, in the table {@code registry_snapshot}. */
final class PostgresRegistrySnapshots implements RegistrySnapshots {

  private final RegistryMapper mapper;
  private final Documents documents;

  PostgresRegistrySnapshots(RegistryMapper mapper, Documents documents) {
    this.mapper = mapper;
    this.documents = documents;
  }

  @Override
  public void add(RegistrySnapshot snapshot) {
    mapper.insertSnapshot(
        snapshot.lead(), snapshot.answeredAt(), documents.write(snapshot.company()));
  }

  @Override
  public Optional<RegistrySnapshot> findNewest(LeadId lead) {
    return of(lead, 1).stream().findFirst();
  }

  @Override
  public List<RegistrySnapshot> of(LeadId lead, int limit) {
    return mapper.snapshots(lead, limit).stream()
        .map(document -> new RegistrySnapshot(lead, documents.read(document, RegistryEntry.class)))
        .toList();
  }
}
