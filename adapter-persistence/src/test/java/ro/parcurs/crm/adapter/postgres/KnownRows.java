package ro.parcurs.crm.adapter.postgres;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.FileId;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.WorkPointId;
import ro.parcurs.crm.lead.usecase.ImportRunId;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.usecase.ChapterData;
import ro.parcurs.crm.offer.usecase.LineData;
import ro.parcurs.crm.offer.usecase.OfferData;
import ro.parcurs.crm.order.ErpDocumentId;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.SheetContent;
import ro.parcurs.crm.spreadsheet.SheetContent.Column;
import ro.parcurs.crm.spreadsheet.SheetContent.Format;
import ro.parcurs.crm.spreadsheet.WorkbookSource;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemorySpreadsheets;
import ro.parcurs.crm.testkit.WrittenWorkbook;

/** What the tables of a schema say, read past the stores. */
final class KnownRows {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final DataSource dataSource;
  private final String schema;

  KnownRows(DataSource dataSource, String schema) {
    this.dataSource = dataSource;
    this.schema = schema;
  }

  /**
   * The things in these tables, to ask about; of a kind that isn't there, one that nobody knows.
   */
  EveryQuestion.Known known(Instant now, LocalDate today) {
    Map<Class<?>, List<?>> byType = new HashMap<>();
    byType.put(
        LeadId.class,
        ids("(select id from lead union select lead from timeline) as leads", LeadId::new));
    byType.put(ContactPersonId.class, ids("contact_person", ContactPersonId::new));
    byType.put(WorkPointId.class, ids("work_point", WorkPointId::new));
    byType.put(PursuitId.class, ids("pursuit", PursuitId::new));
    byType.put(ResponsibilityId.class, ids("responsibility", ResponsibilityId::new));
    // for each of them one of its own meetings, since both are asked about together
    byType.put(
        MeetingId.class,
        ids(
            "(select r.id as responsibility, coalesce(max(m.id::text)::uuid, r.id) as id"
                + " from responsibility r left join meeting m on m.responsibility = r.id"
                + " group by r.id) as meetings",
            "responsibility",
            MeetingId::new));
    byType.put(ItemId.class, ids("catalogue_item", ItemId::new));
    byType.put(SheetId.class, ids("evaluation_sheet", SheetId::new));
    byType.put(OfferId.class, ids("offer", OfferId::new));
    byType.put(SendingId.class, ids("mail_sending", SendingId::new));
    byType.put(ContractId.class, ids("contract", ContractId::new));
    byType.put(FileId.class, ids("stored_file", FileId::new));
    byType.put(OrderId.class, ids("client_order", OrderId::new));
    byType.put(
        ErpDocumentId.class,
        texts("select id from invoice union select id from payment order by id", "none").stream()
            .map(ErpDocumentId::new)
            .toList());
    List<String> codes = texts("select cui from lead order by id", Cuis.next().digits());
    byType.put(Cui.class, codes.stream().map(Cui::new).toList());
    byType.put(String.class, codes);
    byType.put(
        UserId.class,
        texts("select user_id from saved_filter order by id", "nobody").stream()
            .map(UserId::new)
            .toList());
    byType.put(Actor.class, List.of(EveryQuestion.EVERYTHING));
    byType.put(Instant.class, List.of(now));
    byType.put(LocalDate.class, List.of(today));
    byType.put(ImportRunId.class, ids("import_run", ImportRunId::new));
    byType.put(
        Sha256.class,
        texts("select file_hash from import_run order by id", "0".repeat(64)).stream()
            .map(Sha256::new)
            .toList());
    byType.put(WorkbookSource.class, List.of(workbook()));
    byType.put(Locale.class, List.of(Locale.ENGLISH));
    byType.put(BigDecimal.class, List.of(BigDecimal.ONE));
    byType.put(
        OfferData.class,
        ids("catalogue_item", ItemId::new).stream().map(item -> offer(item, today)).toList());
    return new EveryQuestion.Known(byType);
  }

  /**
   * A workbook of which every import reads something: a lead without a fiscal code, and an item
   * that may be there.
   */
  static WorkbookSource workbook() {
    byte[] file =
        WrittenWorkbook.bytes(
            to ->
                new InMemorySpreadsheets()
                    .write(
                        to,
                        List.of(
                            new SheetContent(
                                "Foaie",
                                Stream.of(
                                        "CUI",
                                        "Denumire",
                                        "Județ",
                                        "Localitate",
                                        "Cod",
                                        "Cantitate")
                                    .map(name -> new Column(name, Format.TEXT, 9))
                                    .toList(),
                                rows ->
                                    rows.accept(
                                        Stream.of("", "Fără cod SRL", "Cluj", "Dej", "X", "1")
                                            .map(Cell::of)
                                            .toList())))));
    return () -> new ByteArrayInputStream(file);
  }

  private static OfferData offer(ItemId item, LocalDate today) {
    LineData line = new LineData(item, null, null, BigDecimal.ONE, null, null, null, false);
    return new OfferData(
        Currency.RON,
        null,
        null,
        List.of(new ChapterData("Capitol", List.of(line))),
        null,
        null,
        null,
        today.plusMonths(1));
  }

  private <T> List<T> ids(String table, Function<UUID, T> made) {
    return ids(table, "id", made);
  }

  private <T> List<T> ids(String table, String order, Function<UUID, T> made) {
    return texts("select id from " + table + " order by " + order, new UUID(0, 0).toString())
        .stream()
        .map(UUID::fromString)
        .map(made)
        .toList();
  }

  private List<String> texts(String sql, String whenNone) {
    List<String> texts = column(sql);
    return texts.isEmpty() ? List.of(whenNone) : texts;
  }

  /** Every identity that stands anywhere in these tables. */
  Set<String> identities() {
    return identitiesIn(rows());
  }

  /** Every identity that stands anywhere in the rows. */
  static Set<String> identitiesIn(Map<String, List<String>> rows) {
    return rows.values().stream()
        .flatMap(List::stream)
        .flatMap(row -> ID.matcher(row).results())
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every row as JSON, by its table; but for the history of migrations. */
  Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String table : tables()) {
      rows.put(table, column("select to_jsonb(t)::text from " + table + " t order by 1"));
    }
    return rows;
  }

  List<String> tables() {
    return column(
        "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            + " where n.nspname = '%s' and c.relkind in ('r', 'p') and c.relname <> '%s' order by 1"
                .formatted(schema, Migrations.HISTORY));
  }

  /** The first column, as text, of a query over these tables. */
  List<String> column(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local search_path = " + schema);
      List<String> values = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
      connection.rollback();
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
