package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.timeline.TimelineEntryId;

interface TimelineMapper {

  void insert(@Param("row") TimelineRow row);

  List<TimelineRow> ofLead(
      @Param("lead") LeadId lead,
      @Param("before") @Nullable TimelineEntryId before,
      @Param("limit") int limit);
}
