package ro.parcurs.crm.adapter.postgres;

import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.work.IdempotencyKey;

interface CommandResultMapper {

  /** 1 when the key was free; waits for a unit of work that has claimed it. */
  int claim(@Param("key") IdempotencyKey key, @Param("fingerprint") String fingerprint);

  @Nullable CommandResultRow find(@Param("key") IdempotencyKey key);

  int forget(@Param("millis") long millis, @Param("limit") int limit);

  int keep(
      @Param("key") IdempotencyKey key, @Param("type") String type, @Param("result") String result);
}
