package ro.parcurs.crm.adapter.postgres;

import java.nio.file.Path;
import ro.parcurs.crm.adapter.postgres.DurableServer.Death;

/**
 * Two servers, of which one follows the other over a wire of its own; they change places when the
 * primary dies.
 */
final class ReplicatedPair implements AutoCloseable {

  private final DurableServer one;
  private final DurableServer other;
  private final Wire toOne;
  private final Wire toOther;
  private DurableServer primary;

  ReplicatedPair(Path directory) {
    this.one = DurableServer.in(directory.resolve("one"));
    this.other = DurableServer.in(directory.resolve("other"));
    this.toOne = Wire.to(one.port());
    this.toOther = Wire.to(other.port());
    this.primary = one;
  }

  /** The address under which the driver finds whichever is the primary. */
  String url() {
    return "jdbc:postgresql://localhost:%d,localhost:%d/postgres?targetServerType=primary"
        .formatted(one.port(), other.port());
  }

  DurableServer primary() {
    return primary;
  }

  DurableServer standby() {
    return primary == one ? other : one;
  }

  /** What the standby follows the primary over. */
  Wire line() {
    return primary == one ? toOne : toOther;
  }

  /**
   * The standby becomes a copy of the primary and follows it.
   *
   * @param synchronous whether the primary waits for it with each commit
   */
  void replicate(boolean synchronous) {
    DurableServer standby = standby();
    primary.set("synchronous_standby_names", "");
    primary.reload();
    standby.follow(primary, line().port());
    primary.set("synchronous_standby_names", synchronous ? "standby" : "");
    primary.reload();
    DurableServer.await(
        "the standby is what was wished",
        () ->
            primary
                .query("select sync_state from pg_stat_replication")
                .equals(synchronous ? "sync" : "async"));
  }

  /** The primary dies, and the standby takes its place. */
  void failOver(Death death) {
    DurableServer successor = standby();
    primary.die(death);
    successor.promote();
    primary = successor;
  }

  @Override
  public void close() {
    toOne.close();
    toOther.close();
    primary.set("synchronous_standby_names", "");
    standby().close();
    primary.close();
  }
}
