package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;

interface EventLogMapper {

  void insert(@Param("rows") List<EventRow> rows);

  List<EventRow> after(
      @Param("txid") long txid, @Param("position") long position, @Param("limit") int limit);
}
