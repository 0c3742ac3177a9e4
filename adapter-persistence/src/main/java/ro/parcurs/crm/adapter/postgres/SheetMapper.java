package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.SheetLine;
import ro.parcurs.crm.evaluation.usecase.SheetFilter;
import ro.parcurs.crm.pursuit.PursuitId;

interface SheetMapper {

  /**
   * @return 0 when the pursuit has a live sheet, or the number or identity is there already
   */
  int insert(@Param("row") SheetRow row);

  /**
   * @return 0 when the row has another version, or is not there
   */
  int update(@Param("row") SheetRow row);

  void deleteLines(@Param("sheet") SheetId sheet);

  void insertLines(@Param("sheet") SheetId sheet, @Param("lines") List<SheetLine> lines);

  @Nullable SheetRow find(@Param("id") SheetId id);

  /** The one that is not discarded. */
  @Nullable SheetRow findByPursuit(@Param("pursuit") PursuitId pursuit);

  @Nullable StampRow findStamp(@Param("id") SheetId id);

  List<SheetListRow> list(DocumentQuestion<SheetFilter, SheetId> question);

  /** As far as the question's {@code most}. */
  long count(DocumentQuestion<SheetFilter, SheetId> question);
}
