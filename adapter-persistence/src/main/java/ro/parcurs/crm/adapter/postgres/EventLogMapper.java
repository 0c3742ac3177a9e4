package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

interface EventLogMapper {

  /** The sequencer, locked until the transaction ends; null while somebody else has it. */
  @Nullable SequencerRow lockSequencer();

  /**
   * Gives places to events of whole units of work.
   *
   * @param limit how many events, but for those of the last unit
   * @return how many have a place now
   */
  int place(@Param("from") SequencerRow from, @Param("limit") int limit);

  void moveSequencer(@Param("to") SequencerRow to);

  List<EventRow> after(@Param("place") long place, @Param("limit") int limit);
}
