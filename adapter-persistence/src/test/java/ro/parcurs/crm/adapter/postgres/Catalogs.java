package ro.parcurs.crm.adapter.postgres;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What a schema consists of, as the server's catalogue has it, a line for each thing. */
final class Catalogs {

  private static final List<String> QUERIES =
      List.of(
          """
          select 'table ' || c.relname || ' ' || c.relkind::text || ' ' || c.relpersistence::text
            || ' ' || coalesce(array_to_string(c.reloptions, ','), '')
          from pg_class c where c.relnamespace = current_schema()::regnamespace
            and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
          order by 1
          """,
          """
          select 'column ' || c.relname || ' ' || a.attnum || ' ' || a.attname || ' '
            || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' '
            || a.attidentity::text || a.attgenerated::text || ' ' || coalesce(l.collname, '') || ' '
            || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
          from pg_attribute a join pg_class c on c.oid = a.attrelid
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            left join pg_collation l on l.oid = a.attcollation
          where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
            and a.attnum > 0 and not a.attisdropped
          order by 1
          """,
          """
          select 'constraint ' || c.relname || ' ' || o.conname || ' ' || o.convalidated || ' '
            || replace(pg_get_constraintdef(o.oid), current_schema() || '.', '')
          from pg_constraint o join pg_class c on c.oid = o.conrelid
          where o.connamespace = current_schema()::regnamespace
          order by 1
          """,
          """
          select 'index ' || c.relname || ' ' || i.indisvalid || ' '
            || replace(pg_get_indexdef(i.indexrelid), current_schema() || '.', '')
          from pg_index i join pg_class c on c.oid = i.indexrelid
          where c.relnamespace = current_schema()::regnamespace
            and c.relname not in ({optional})
          order by 1
          """,
          """
          select 'routine ' || p.proname || ' ' || md5(p.prosrc)
          from pg_proc p where p.pronamespace = current_schema()::regnamespace
            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
          order by 1
          """);

  private Catalogs() {}

  /**
   * Tables, columns, constraints, indexes and routines of the schema, without its name; without
   * what an extension brings or makes possible, which no migration does.
   */
  static List<String> of(DataSource dataSource, String schema) {
    KnownRows rows = new KnownRows(dataSource, schema);
    List<String> lines = new ArrayList<>();
    String optional =
        Trigrams.INDEXES.keySet().stream().map(name -> "'" + name + "'").collect(joining(", "));
    QUERIES.forEach(query -> lines.addAll(rows.column(query.replace("{optional}", optional))));
    return lines;
  }
}
