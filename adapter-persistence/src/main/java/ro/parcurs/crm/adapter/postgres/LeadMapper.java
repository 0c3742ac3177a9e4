package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.LeadId;

interface LeadMapper {

  /**
   * @return 0 when the fiscal code or the identity is there already
   */
  int insert(
      @Param("row") LeadRow row,
      @Param("searchText") String searchText,
      @Param("nameKey") String nameKey);

  /**
   * @return 0 when the row has another version, or is not there
   */
  int update(
      @Param("row") LeadRow row,
      @Param("searchText") String searchText,
      @Param("nameKey") String nameKey);

  @Nullable LeadRow find(@Param("id") LeadId id);

  @Nullable StampRow findStamp(@Param("id") LeadId id);

  @Nullable LeadId findByCui(@Param("cui") Cui cui);

  @Nullable LeadAccessRow findAccess(@Param("id") LeadId id);

  List<ContactPersonRow> people(@Param("lead") LeadId lead);

  void insertPerson(@Param("row") ContactPersonRow row);

  void deletePeople(@Param("lead") LeadId lead);

  List<WorkPointRow> sites(@Param("lead") LeadId lead);

  void insertSite(@Param("row") WorkPointRow row);

  void deleteSites(@Param("lead") LeadId lead);
}
