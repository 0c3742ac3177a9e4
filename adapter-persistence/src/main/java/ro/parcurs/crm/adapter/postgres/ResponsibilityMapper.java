package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.ResponsibilityId;

interface ResponsibilityMapper {

  /** No row when the lead has an open one. */
  int insert(@Param("row") ResponsibilityRow row);

  /** No row when it has another version by now. */
  int update(@Param("row") ResponsibilityRow row);

  /** Repeats the open responsibility in the lead's row, where lists look for it. */
  void tellLead(@Param("lead") LeadId lead);

  void putAttempt(@Param("row") ContactAttemptRow row);

  void putMeeting(@Param("row") MeetingRow row);

  @Nullable ResponsibilityRow get(@Param("id") ResponsibilityId id);

  @Nullable ResponsibilityRow open(@Param("lead") LeadId lead);

  /** Locks it as well. */
  @Nullable ResponsibilityRow lock(@Param("id") ResponsibilityId id);

  /** Locks it as well. */
  @Nullable ResponsibilityRow lockOpen(@Param("lead") LeadId lead);

  /** The one opened last first. */
  List<ResponsibilityRow> ofLead(@Param("lead") LeadId lead);

  List<ContactAttemptRow> attempts(@Param("responsibility") ResponsibilityId responsibility);

  List<MeetingRow> meetings(@Param("responsibility") ResponsibilityId responsibility);

  @Nullable StampRow changed(@Param("id") ResponsibilityId id);
}
