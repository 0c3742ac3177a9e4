package ro.parcurs.crm.adapter.postgres;

import org.apache.ibatis.annotations.Param;
import ro.parcurs.crm.number.Series;

interface NumberSeriesMapper {

  int next(@Param("series") Series series, @Param("year") int year);
}
