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

  // ---- many at once; identities and fiscal codes are handed over as texts ----

  /** Makes the staging table of the transaction under way, empty. */
  void createStaging();

  /** Empties it for the next time. */
  void clearStaging();

  /**
   * Adds the staged leads in the order of their fiscal codes.
   *
   * @return the fiscal codes of those that were not there yet
   */
  List<Cui> insertStaged();

  /**
   * Changes the leads that are staged, if they are of the staged versions.
   *
   * @return how many are
   */
  int updateStaged();

  List<LeadKeyRow> findAllByCui(@Param("cuis") List<String> cuis);

  List<LeadRow> lockAll(@Param("ids") List<String> ids);

  List<LeadVersionRow> lockVersions(@Param("ids") List<String> ids);

  List<LeadAccessRow> findAllAccess(@Param("ids") List<String> ids);

  List<ContactPersonRow> peopleOfAll(@Param("leads") List<String> leads);

  void deletePeopleOfAll(@Param("leads") List<String> leads);

  List<WorkPointRow> sitesOfAll(@Param("leads") List<String> leads);

  void deleteSitesOfAll(@Param("leads") List<String> leads);

  List<ContactPersonRow> people(@Param("lead") LeadId lead);

  void insertPerson(@Param("row") ContactPersonRow row);

  void deletePeople(@Param("lead") LeadId lead);

  List<WorkPointRow> sites(@Param("lead") LeadId lead);

  void insertSite(@Param("row") WorkPointRow row);

  void deleteSites(@Param("lead") LeadId lead);
}
