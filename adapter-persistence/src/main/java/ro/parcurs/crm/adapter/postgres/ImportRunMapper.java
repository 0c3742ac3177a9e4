package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.usecase.ImportRunId;

interface ImportRunMapper {

  /** Returns 0 when there is one with its identity. */
  int insert(@Param("row") ImportRunRow row);

  /** Only while the row has the version; returns how many rows were changed. */
  int update(@Param("row") ImportRunRow row);

  @Nullable ImportRunRow find(@Param("id") ImportRunId id);

  /** Holds the row until the end of the transaction. */
  @Nullable ImportRunRow lock(@Param("id") ImportRunId id);

  @Nullable StampRow findStamp(@Param("id") ImportRunId id);

  List<ImportRunRow> unfinished(@Param("hash") String hash);

  List<ImportRunRow> newest(@Param("user") UserId user, @Param("limit") int limit);

  void insertFailures(@Param("run") ImportRunId run, @Param("rows") List<FailedRowRow> rows);

  List<FailedRowRow> failures(
      @Param("run") ImportRunId run, @Param("after") int after, @Param("limit") int limit);

  /** Their failed rows go with them; returns how many imports were forgotten. */
  int forget(@Param("before") Instant before, @Param("limit") int limit);
}
