package ro.parcurs.crm.adapter.postgres;

import org.apache.ibatis.annotations.Param;
import ro.parcurs.crm.work.ConsumerName;

interface EventCursorMapper {

  /** The consumer's place, locked until the transaction ends. */
  long claim(@Param("consumer") ConsumerName consumer);

  void save(@Param("consumer") ConsumerName consumer, @Param("place") long place);
}
