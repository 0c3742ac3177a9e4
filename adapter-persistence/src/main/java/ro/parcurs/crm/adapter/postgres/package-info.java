/**
 * Storage on PostgreSQL 15 or newer, through MyBatis. {@link
 * ro.parcurs.crm.adapter.postgres.PostgresAdapter} is the way in; everything else is private to
 * this package.
 *
 * <h2>How a store is added</h2>
 *
 * The stores of the kernel are the models: {@code PostgresNumberSeries} the shortest, {@code
 * PostgresTimeline} one with rows.
 *
 * <ol>
 *   <li>A migration {@code migration/V1_x__area.sql}: no schema name, no trigger, no extension. For
 *       the tests, rows in its tables and columns: {@code rows/V1_x__area.sql}, see {@code
 *       MigrationsTest}.
 *   <li>{@code LeadRow}, a record with one component per column, {@code snake_case} columns as
 *       {@code camelCase} components in any order. Value records of one component ({@code LeadId},
 *       {@code Cui}), enums and {@code DocumentNumber} are columns as they are; absent values are
 *       {@code @Nullable}. A row that carries who changed it last implements {@code Stamped}.
 *   <li>{@code LeadRows}, a MapStruct mapper between the row and the aggregate's snapshot, with
 *       {@code @Mapper(config = RowMapping.class)}: {@code Optional} and {@code Stamp} are seen to.
 *   <li>{@code LeadMapper}, a MyBatis interface, and {@code LeadMapper.xml} at the same place in
 *       the resources. Parameters carry {@code @Param}; a query that takes more than one line
 *       stands in the XML. A frozen document is a {@code String} component, written with {@code
 *       cast(#{row.chapters} as jsonb)} and turned into objects by {@code Documents}. A {@code
 *       select} that writes ({@code … returning}) needs {@code affectData="true"}.
 *   <li>{@code PostgresLeads}, the store. Duplicates: {@code insert … on conflict do nothing} and
 *       no row inserted. Changed meanwhile: {@code update … where id = … and version = …} and no
 *       row updated, see {@code Guarded}. It catches nothing: failures of the database become
 *       {@code StoreFailure}s by themselves.
 *   <li>One line for the mapper in {@code Mappers}, one line for the port in {@code Stores}.
 *   <li>The test: {@code PostgresLeadsTest extends LeadsContract}, see {@code FreshDatabase}.
 * </ol>
 */
@NullMarked
package ro.parcurs.crm.adapter.postgres;

import org.jspecify.annotations.NullMarked;
