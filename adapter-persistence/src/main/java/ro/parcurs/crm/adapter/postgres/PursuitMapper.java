package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.PursuitId;

interface PursuitMapper {

  /** No row when the lead has that number, or a running one. */
  int insert(@Param("row") PursuitRow row);

  /** No row when it has another version by now. */
  int update(@Param("row") PursuitRow row);

  /** Says in the lead's row, where lists look for it, that the lead has had a pursuit. */
  void tellLead(@Param("lead") LeadId lead);

  @Nullable PursuitRow get(@Param("id") PursuitId id);

  List<PursuitRow> ofLead(@Param("lead") LeadId lead);

  @Nullable StampRow changed(@Param("id") PursuitId id);
}
