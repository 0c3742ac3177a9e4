package ro.parcurs.crm.adapter.postgres;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.usecase.RegistryRefresh;

/** Between the rows of refreshes and refreshes. */
@Mapper(config = RowMapping.class)
interface RegistryRefreshRows {

  @Mapping(target = "cursorLead", source = "cursor")
  @Mapping(target = "startedBy", source = "started.by")
  @Mapping(target = "startedByName", source = "started.name")
  @Mapping(target = "startedAt", source = "started.at")
  RegistryRefreshRow row(RegistryRefresh refresh);

  @Mapping(target = "cursor", source = "cursorLead")
  @Mapping(target = "started", source = "row", qualifiedByName = "started")
  RegistryRefresh refresh(RegistryRefreshRow row);

  @Named("started")
  default Stamp started(RegistryRefreshRow row) {
    return new Stamp(row.startedBy(), row.startedByName(), row.startedAt());
  }
}
