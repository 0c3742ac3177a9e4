package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadSort;

interface LeadListMapper {

  /**
   * @param scope what the list may show; {@code user} is its user
   * @param missingDeadline what a missing deadline is ordered as
   */
  List<LeadListRow> list(
      @Param("scope") LeadScope scope,
      @Param("user") @Nullable UserId user,
      @Param("filter") LeadFilter filter,
      @Param("now") Instant now,
      @Param("sort") LeadSort sort,
      @Param("descending") boolean descending,
      @Param("missingDeadline") Instant missingDeadline,
      @Param("after") @Nullable Place after,
      @Param("limit") int limit);

  long count(
      @Param("scope") LeadScope scope,
      @Param("user") @Nullable UserId user,
      @Param("filter") LeadFilter filter,
      @Param("now") Instant now);

  /** Where the page before ended; what the list is ordered by is filled in, and the lead. */
  record Place(
      @Nullable String name, @Nullable Priority priority, @Nullable Instant moment, LeadId lead) {}
}
