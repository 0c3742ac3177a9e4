package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.RegistryRefreshId;

interface RegistryMapper {

  /** Does nothing when the lead has an answer of that moment. */
  void insertSnapshot(
      @Param("lead") LeadId lead,
      @Param("answeredAt") Instant answeredAt,
      @Param("company") String company);

  /** The documents of the answers, the newest first. */
  List<String> snapshots(@Param("lead") LeadId lead, @Param("limit") int limit);

  /**
   * @return 0 when another one is running, or the identity is there already
   */
  int insertRefresh(@Param("row") RegistryRefreshRow row);

  /**
   * @return 0 when the row has another version, or is not there
   */
  int updateRefresh(@Param("row") RegistryRefreshRow row);

  @Nullable RegistryRefreshRow newestRefresh();

  @Nullable StampRow findRefreshStamp(@Param("id") RegistryRefreshId id);

  @Nullable RegistryRefreshId runningRefresh();

  long countActiveLeads();

  List<RegistryTargetRow> activeLeads(
      @Param("after") @Nullable LeadId after, @Param("limit") int limit);
}
