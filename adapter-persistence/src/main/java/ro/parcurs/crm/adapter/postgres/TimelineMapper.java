package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.timeline.TimelineEntryId;

interface TimelineMapper {

  /**
   * Locks the ends of chains, in the order given, until the transaction ends.
   *
   * @param heads what they are where there is no chain yet
   */
  List<ChainHead> lockHeads(@Param("heads") List<ChainHead> heads);

  void moveHeads(@Param("heads") List<ChainHead> heads);

  List<TimelineRow> ofLead(
      @Param("lead") LeadId lead,
      @Param("before") @Nullable TimelineEntryId before,
      @Param("limit") int limit);
}
