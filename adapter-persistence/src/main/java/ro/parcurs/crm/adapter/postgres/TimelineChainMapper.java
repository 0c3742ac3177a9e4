package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.timeline.TimelineEntryId;

interface TimelineChainMapper {

  List<LeadId> leads(@Param("after") @Nullable LeadId after, @Param("limit") int limit);

  @Nullable ChainHead head(@Param("lead") LeadId lead);

  /** The entries of a lead after one, by place. */
  List<StoredLink> links(
      @Param("lead") LeadId lead,
      @Param("place") long place,
      @Param("id") @Nullable TimelineEntryId id,
      @Param("limit") int limit);

  /** Where among the lead's events the first one stands that has no entry. */
  @Nullable Long firstWithoutEntry(@Param("lead") LeadId lead);
}
