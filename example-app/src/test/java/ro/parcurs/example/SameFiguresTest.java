package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Configuration;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Security;
import ro.parcurs.crm.adapter.xls.XlsModule;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.VatSubtotal;
import ro.parcurs.crm.offer.Chapter;
import ro.parcurs.crm.offer.OfferFigures;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.spreadsheet.SheetRows;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.example.demo.DemoSeller;

/**
 * Promise P12: what was typed comes to the same on the page, in the PDF, in the workbook, in the
 * mail as it arrives and in the store; and to what the offer's own arithmetic says, which is
 * measured against an oracle elsewhere.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class SameFiguresTest {

  private static final int NET_COLUMN = 8;

  private static final Pattern NET_ON_PAGE =
      Pattern.compile("<td class=\"numeric\">([^<]*)</td>\\s*</tr>");
  private static final Pattern SUBTOTAL_ON_PAGE =
      Pattern.compile("<th colspan=\"6\">[^<]*</th>\\s*<th class=\"numeric\">([^<]*)</th>");
  private static final Pattern SUMS = Pattern.compile("(?s)<dl class=\"facts sums\">(.*?)</dl>");
  private static final Pattern SUM = Pattern.compile("<dd class=\"numeric\">(?:<strong>)?([^<]*)");
  private static final Pattern AMOUNT_AT_END =
      Pattern.compile("(?:^|\\s)−?((?:\\d{1,3}(?:\\.\\d{3})*|\\d+),\\d{2})(?: RON)?$");

  private static final BlockingQueue<byte[]> ARRIVED = new LinkedBlockingQueue<>();

  private static final SMTPServer SERVER =
      new SMTPServer.Builder()
          .port(0)
          .messageHandler((BasicMessageListener) (context, from, to, data) -> ARRIVED.add(data))
          .build();

  private static EmbeddedPostgres database;
  private static ExampleApp app;

  private final long seed = Proof.seed();

  @BeforeAll
  static void start() throws IOException {
    SERVER.start();
    database = EmbeddedPostgres.builder().start();
    Settings.Database postgres =
        new Settings.Database(database.getJdbcUrl("postgres", "postgres"), "postgres", "");
    Configuration server =
        Configuration.of("127.0.0.1", DemoSeller.mailbox())
            .at(SERVER.getPortAllocated(), Security.NONE);
    app =
        ExampleApp.start(
            Settings.defaults()
                .withPort(0)
                .withDatabase(postgres)
                .withoutDemoData()
                .withMail(new OutgoingMail.OverSmtp(server)));
  }

  @AfterAll
  static void stop() throws IOException {
    app.close();
    database.close();
    SERVER.stop();
  }

  @Test
  void an_offer_comes_to_the_same_wherever_it_is_read() throws Exception {
    Instant start = Instant.now();
    Random random = new Random(seed);
    Visitor manager = new Visitor(address()).as("dan.munteanu");
    int offers = Proof.tries(6, 500);
    int figures = 0;
    Map<String, BigDecimal> sent = new HashMap<>();
    for (int i = 0; i < offers; i++) {
      TypedOffer typed = TypedOffer.random(random);
      OfferToSend offer = OfferToSend.drafted(address(), "Clientul " + i + " SRL");
      offer.finalise(manager, typed.form());
      figures += compare(typed, offer);
      sent.put(
          Base64.getEncoder().encodeToString(document(offer)),
          typed.figures().totals().gross().amount());
      offer.send();
    }
    for (int i = 0; i < offers; i++) {
      figures += compare(sent, ARRIVED.poll(60, TimeUnit.SECONDS));
    }
    assertThat(sent).isEmpty();
    Proof.report(
        "P12 page, PDF, workbook, mail and store",
        seed,
        Duration.between(start, Instant.now()),
        "%d offers, %d figures compared, 0 differences".formatted(offers, figures));
  }

  /** How many figures were compared. */
  private static int compare(TypedOffer typed, OfferToSend offer) throws Exception {
    OfferFigures expected = typed.figures();
    String page = offer.ana().get(offer.offer()).body();
    assertThat(onPage(page)).as("on the page").isEqualTo(asOnPage(typed));

    List<BigDecimal> inPdf = inPdf(document(offer));
    assertThat(inPdf).as("in the PDF").isEqualTo(asInPdf(typed));

    byte[] workbook = offer.ana().download(offer.offer() + "/export").body();
    List<BigDecimal> inWorkbook = inWorkbook(workbook);
    assertThat(inWorkbook).as("in the workbook").isEqualTo(asInWorkbook(typed));

    assertThat(stored(offer))
        .as("in the store")
        .containsExactly(expected.totals().net().amount(), expected.totals().gross().amount());

    return onPage(page).size() + inPdf.size() + inWorkbook.size() + 2;
  }

  /**
   * @param sent the documents of the mails that have not arrived yet, with what they come to
   */
  private static int compare(Map<String, BigDecimal> sent, byte[] mail) {
    assertThat(mail).as("a mail").isNotNull();
    String source = new String(mail, StandardCharsets.US_ASCII);
    BigDecimal gross =
        sent.remove(Base64.getEncoder().encodeToString(part(source, "application/pdf")));
    assertThat(gross).as("the document in the mail is one of those that were printed").isNotNull();
    assertThat(new String(part(source, "text/plain"), StandardCharsets.UTF_8))
        .as("in the text of the mail")
        .contains(romanian(gross));
    return 1;
  }

  private static byte[] document(OfferToSend offer) {
    return offer.ana().download(offer.offer() + "/document/ro").body();
  }

  // ---- what should be read ----

  private static List<BigDecimal> asOnPage(TypedOffer typed) {
    OfferFigures figures = typed.figures();
    List<BigDecimal> all = new ArrayList<>(totals(typed, true));
    addOptional(all, figures, typed);
    for (int c = 0; c < typed.content().chapters().size(); c++) {
      all.addAll(nets(typed, c, false));
      all.add(figures.chapters().get(c).net().amount());
    }
    for (int c = 0; c < typed.content().chapters().size(); c++) {
      all.addAll(nets(typed, c, true));
    }
    addOptional(all, figures, typed);
    return all;
  }

  private static List<BigDecimal> asInPdf(TypedOffer typed) {
    OfferFigures figures = typed.figures();
    List<BigDecimal> all = new ArrayList<>();
    for (int c = 0; c < typed.content().chapters().size(); c++) {
      all.addAll(nets(typed, c, false));
      all.add(figures.chapters().get(c).net().amount());
    }
    all.addAll(totals(typed, figures.totals().vatByRate().size() > 1));
    for (int c = 0; c < typed.content().chapters().size(); c++) {
      all.addAll(nets(typed, c, true));
    }
    addOptional(all, figures, typed);
    return all;
  }

  private static List<BigDecimal> asInWorkbook(TypedOffer typed) {
    OfferFigures figures = typed.figures();
    List<BigDecimal> all = new ArrayList<>();
    for (OfferFigures.ChapterFigures chapter : figures.chapters()) {
      chapter.lines().forEach(line -> all.add(line.net().amount()));
    }
    all.add(figures.beforeDiscount().amount());
    all.add(figures.totals().net().amount());
    figures.totals().vatByRate().forEach(vat -> all.add(vat.vat().amount()));
    all.add(figures.totals().vat().amount());
    all.add(figures.totals().gross().amount());
    addOptional(all, figures, typed);
    return all;
  }

  private static List<BigDecimal> totals(TypedOffer typed, boolean withSumOfVat) {
    OfferFigures figures = typed.figures();
    List<Money> all = new ArrayList<>();
    if (!typed.content().discount().isZero()) {
      all.add(figures.beforeDiscount());
      all.add(figures.discount());
    }
    all.add(figures.totals().net());
    figures.totals().vatByRate().stream().map(VatSubtotal::vat).forEach(all::add);
    if (withSumOfVat) {
      all.add(figures.totals().vat());
    }
    all.add(figures.totals().gross());
    return all.stream().map(Money::amount).toList();
  }

  private static List<BigDecimal> nets(TypedOffer typed, int chapter, boolean optional) {
    Chapter lines = typed.content().chapters().get(chapter);
    List<BigDecimal> nets = new ArrayList<>();
    for (int l = 0; l < lines.lines().size(); l++) {
      if (lines.lines().get(l).optional() == optional) {
        nets.add(typed.figures().chapters().get(chapter).lines().get(l).net().amount());
      }
    }
    return nets;
  }

  private static void addOptional(List<BigDecimal> all, OfferFigures figures, TypedOffer typed) {
    if (typed.content().lines().anyMatch(line -> line.optional())) {
      all.add(figures.optional().amount());
    }
  }

  // ---- what is read ----

  private static List<BigDecimal> onPage(String page) {
    List<BigDecimal> all = new ArrayList<>();
    Matcher sums = SUMS.matcher(page);
    assertThat(sums.find()).as(page).isTrue();
    Matcher sum = SUM.matcher(sums.group(1));
    while (sum.find()) {
      all.add(figure(sum.group(1)));
    }
    String tables = page.substring(sums.end());
    Matcher rows =
        Pattern.compile(NET_ON_PAGE.pattern() + "|" + SUBTOTAL_ON_PAGE.pattern()).matcher(tables);
    while (rows.find()) {
      all.add(figure(rows.group(1) == null ? rows.group(2) : rows.group(1)));
    }
    return all;
  }

  /** The last amount of each line of text between the head and the foot of the offer. */
  private static List<BigDecimal> inPdf(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      List<BigDecimal> all = new ArrayList<>();
      stripper
          .getText(document)
          .lines()
          .map(line -> line.replace('\u00a0', ' ').strip())
          .forEach(
              line -> {
                Matcher amount = AMOUNT_AT_END.matcher(line);
                if (amount.find()) {
                  all.add(figure(amount.group(1)));
                }
              });
      return all;
    }
  }

  /** The nets of the lines, and the amounts beside the words on the second sheet. */
  private static List<BigDecimal> inWorkbook(byte[] bytes) throws IOException {
    Spreadsheets spreadsheets =
        Guice.createInjector(new XlsModule()).getInstance(Spreadsheets.class);
    List<BigDecimal> all = new ArrayList<>();
    try (Workbook workbook = spreadsheets.open(() -> new ByteArrayInputStream(bytes))) {
      List<String> sheets = workbook.sheets();
      for (SheetRow row : rows(workbook, sheets.get(0))) {
        amount(row.cell(NET_COLUMN)).ifPresent(all::add);
      }
      for (SheetRow row : rows(workbook, sheets.get(1))) {
        amount(row.cell(1)).ifPresent(all::add);
      }
    }
    return all;
  }

  private static List<SheetRow> rows(Workbook workbook, String sheet) {
    List<SheetRow> all = new ArrayList<>();
    try (SheetRows rows = workbook.sheet(Optional.of(sheet)).rows()) {
      rows.forEachRemaining(all::add);
    }
    return all;
  }

  private static Optional<BigDecimal> amount(Cell cell) {
    return cell instanceof Cell.Figure figure && !figure.percent()
        ? Optional.of(figure.value().setScale(2))
        : Optional.empty();
  }

  private static List<BigDecimal> stored(OfferToSend offer) throws SQLException {
    try (Connection connection = database.getPostgresDatabase().getConnection();
        PreparedStatement select =
            connection.prepareStatement("select net, gross from offer where id = ?")) {
      select.setObject(1, UUID.fromString(offer.offer().replaceAll(".*/", "")));
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return List.of(rows.getBigDecimal(1), rows.getBigDecimal(2));
      }
    }
  }

  /** The content of the first part of that type, which travels as base64 or as it is. */
  private static byte[] part(String source, String type) {
    int at = source.indexOf("Content-Type: " + type);
    assertThat(at).as(source).isNotNegative();
    int begin = source.indexOf("\r\n\r\n", at) + 4;
    String head = source.substring(source.lastIndexOf("\r\n--", at), begin);
    String body = source.substring(begin, source.indexOf("\r\n--", begin));
    if (head.contains("base64")) {
      return Base64.getMimeDecoder().decode(body);
    }
    return head.contains("quoted-printable")
        ? unquoted(body)
        : body.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] unquoted(String text) {
    String joined = text.replace("=\r\n", "");
    byte[] bytes = new byte[joined.length()];
    int length = 0;
    for (int i = 0; i < joined.length(); i++) {
      boolean quoted = joined.charAt(i) == '=';
      bytes[length++] =
          quoted
              ? (byte) Integer.parseInt(joined.substring(i + 1, i + 3), 16)
              : (byte) joined.charAt(i);
      i += quoted ? 2 : 0;
    }
    return Arrays.copyOf(bytes, length);
  }

  private static BigDecimal figure(String romanian) {
    return new BigDecimal(romanian.replaceAll("[^0-9,]", "").replace(',', '.'));
  }

  private static String romanian(BigDecimal amount) {
    return String.format(Locale.forLanguageTag("ro"), "%,.2f", amount);
  }

  private static String address() {
    return app.address().replaceAll("/$", "");
  }
}
