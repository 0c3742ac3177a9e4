package ro.parcurs.crm.adapter.postgres;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import ro.parcurs.crm.testkit.FaultInjection;
import ro.parcurs.crm.testkit.Ports;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * A database whose every port fails at every call before a unit of work is carried out, see {@link
 * FaultInjection}.
 */
final class FaultyDatabase implements Ports {

  private final FreshDatabase database;
  private final FaultInjection faults;
  private final UnaryOperator<String> query;
  private final String everything;

  FaultyDatabase(FreshDatabase database, FaultInjection faults) {
    this(database, faults, database::query);
  }

  /**
   * @param query gives the first column of the first row, as text, of what is stored
   */
  FaultyDatabase(FreshDatabase database, FaultInjection faults, UnaryOperator<String> query) {
    this.database = database;
    this.faults = faults;
    this.query = query;
    this.everything = everything(database);
  }

  @Override
  public <P> P port(Class<P> port) {
    return port == UnitOfWork.class
        ? port.cast(faults.around(database.port(UnitOfWork.class), this::everythingStored))
        : faults.around(port, database.port(port));
  }

  /** Binds every port; beside {@code CrmModule} it makes the whole library. */
  Module module() {
    return new AbstractModule() {
      @Override
      protected void configure() {
        database.adapter().ports().forEach(this::bindPort);
      }

      private <P> void bindPort(Class<P> port) {
        bind(port).toInstance(port(port));
      }

      private <P> P port(Class<P> port) {
        return FaultyDatabase.this.port(port);
      }
    };
  }

  /** A digest of each table. */
  String everythingStored() {
    return query.apply(everything);
  }

  private static String everything(FreshDatabase database) {
    String tables =
        database.query(
            "select string_agg(table_name, ',' order by table_name)"
                + " from information_schema.tables where table_schema = 'public'"
                + " and table_type = 'BASE TABLE' and table_name <> 'crm_schema_history'");
    List<String> digests = new ArrayList<>();
    for (String table : tables.split(",")) {
      digests.add(
          ("'%1$s ' || count(*) || ' '"
                  + " || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from %1$s t")
              .formatted(table));
    }
    return "select string_agg(digest, e'\\n' order by digest) from (select "
        + String.join(" union all select ", digests)
        + ") as each (digest)";
  }
}
