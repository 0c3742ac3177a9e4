package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;

interface EventLogMapper {

  void insert(@Param("row") EventRow row);

  List<EventRow> after(
      @Param("txid") long txid, @Param("position") long position, @Param("limit") int limit);
}
