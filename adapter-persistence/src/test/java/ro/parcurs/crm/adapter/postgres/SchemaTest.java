package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What holds for every table, whoever added it. */
class SchemaTest {

  private static final String OURS =
      " n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'crm_schema_history' ";

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  @Test
  void every_table_has_a_primary_key() {
    assertNone(
        """
        select string_agg(c.relname, ', ') from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where %s and not exists (select from pg_constraint p where p.conrelid = c.oid and p.contype = 'p')
        """
            .formatted(OURS));
  }

  @Test
  void every_foreign_key_has_an_index_that_begins_with_it() {
    assertNone(
        """
        select string_agg(c.relname || '.' || f.conname, ', ')
        from pg_constraint f join pg_class c on c.oid = f.conrelid
          join pg_namespace n on n.oid = c.relnamespace
        where %s and f.contype = 'f' and not exists (
          select from pg_index i
          where i.indrelid = f.conrelid and i.indpred is null
            and (i.indkey::int2[])[0:cardinality(f.conkey) - 1] @> f.conkey)
        """
            .formatted(OURS));
  }

  @Test
  void instants_have_a_zone_and_numbers_are_exact() {
    assertNone(
        """
        select string_agg(c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, null), ', ')
        from pg_attribute a join pg_class c on c.oid = a.attrelid
          join pg_namespace n on n.oid = c.relnamespace
        where %s and a.attnum > 0 and not a.attisdropped
          and a.atttypid in ('timestamp'::regtype, 'timetz'::regtype, 'real'::regtype,
            'double precision'::regtype, 'money'::regtype, 'json'::regtype, 'bpchar'::regtype)
        """
            .formatted(OURS));
  }

  @Test
  void there_are_no_triggers_no_extension_but_the_optional_one_and_nothing_outside_the_schema() {
    assertNone("select string_agg(tgname, ', ') from pg_trigger where not tgisinternal");
    assertNone(
        "select string_agg(extname, ', ') from pg_extension where extname not in ('plpgsql', 'pg_trgm')");
    assertNone(
        "select string_agg(nspname, ', ') from pg_namespace where nspname not like 'pg\\_%'"
            + " and nspname not in ('public', 'information_schema')");
  }

  @Test
  void no_two_indexes_of_a_table_begin_alike() {
    assertNone(
        """
        select string_agg(a.indexrelid::regclass || ' is covered by ' || b.indexrelid::regclass, ', ')
        from pg_index a join pg_index b on a.indrelid = b.indrelid and a.indexrelid <> b.indexrelid
          join pg_class c on c.oid = a.indrelid join pg_namespace n on n.oid = c.relnamespace
        where %s and not a.indisunique and a.indpred is null and b.indpred is null
          and a.indexprs is null and b.indexprs is null
          and (b.indkey::int2[])[0:a.indnatts - 1] = (a.indkey::int2[])[0:a.indnatts - 1]
          and (a.indnatts < b.indnatts or b.indisunique or a.indexrelid > b.indexrelid)
        """
            .formatted(OURS));
  }

  @Test
  void a_version_is_there_wherever_somebody_can_change_a_row_after_another() {
    assertNone(
        """
        select string_agg(c.relname, ', ') from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where %1$s
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'changed_at')
          and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'version')
          and c.relname not in ('event_log', 'timeline')
        """
            .formatted(OURS));
  }

  @Test
  void control_each_rule_finds_what_breaks_it() {
    DATABASE.execute(
        """
        create table broken (lead uuid, at timestamp, sum real, changed_at timestamptz,
          referred uuid references timeline (id));
        create index broken_lead on broken (lead);
        create index broken_lead_again on broken (lead, at);
        create function nothing() returns trigger language plpgsql as 'begin return null; end';
        create trigger broken_trigger after insert on broken execute function nothing();
        create schema broken_schema
        """);
    try {
      assertFinds(this::every_table_has_a_primary_key);
      assertFinds(this::every_foreign_key_has_an_index_that_begins_with_it);
      assertFinds(this::instants_have_a_zone_and_numbers_are_exact);
      assertFinds(
          this
              ::there_are_no_triggers_no_extension_but_the_optional_one_and_nothing_outside_the_schema);
      assertFinds(this::no_two_indexes_of_a_table_begin_alike);
      assertFinds(this::a_version_is_there_wherever_somebody_can_change_a_row_after_another);
    } finally {
      DATABASE.execute("drop table broken; drop function nothing; drop schema broken_schema");
    }
  }

  private static void assertFinds(Runnable rule) {
    assertThatThrownBy(rule::run).isInstanceOf(AssertionError.class).hasMessageContaining("broken");
  }

  private static void assertNone(String query) {
    String found = DATABASE.query(query);
    assertThat(found).isNull();
  }
}
