package ro.parcurs.crm.adapter.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.CompanyFile;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.UnusableFile;
import ro.parcurs.crm.company.CaenCode;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.Iban;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.company.PostalCode;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.company.TradeRegisterNumber;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.lead.usecase.CompanyRegistry;
import ro.parcurs.crm.lead.usecase.Registration;
import ro.parcurs.crm.lead.usecase.RegistryAddress;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;
import ro.parcurs.crm.lead.usecase.RegistryEntry;
import ro.parcurs.crm.lead.usecase.RegistryVat;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.timeline.LeadField;

/** A registry in a file, in the form of the open data and with its oddities. */
class FileCompanyRegistryTest {

  private static final String OPEN_DATA =
      "DENUMIRE^CUI^COD_INMATRICULARE^DATA_INMATRICULARE^EUID^FORMA_JURIDICA^ADR_TARA^ADR_JUDET"
          + "^ADR_LOCALITATE^ADR_DEN_STRADA^ADR_NR_STRADA^ADR_BLOC^ADR_SCARA^ADR_ETAJ"
          + "^ADR_APARTAMENT^ADR_COD_POSTAL^ADR_SECTOR^ADR_COMPLETARE^WEB^TARA_FIRMA_MAMA";
  private static final Instant AS_OF = Instant.parse("2026-09-02T06:00:00Z");

  @TempDir Path directory;

  private final Cui code = Cuis.next();

  @Test
  void a_line_of_the_open_data_is_read_by_the_names_of_its_columns() {
    assertThat(
            lookUp(
                OPEN_DATA,
                "ŢESĂTORIA ŞOIM S.R.L.^"
                    + code
                    + "^J12/123/2005^01/03/2005^ROONRC.J12/123/2005^SRL^România^Bucureşti"
                    + "^Bucureşti Sectorul 6^Şos. VIRTUŢII^148^A1^2^3^ 4 ^  060787^6^spatiul E47^^"))
        .isEqualTo(
            new RegistryAnswer.Found(
                new RegistryEntry(
                    code,
                    "ȚESĂTORIA ȘOIM S.R.L.",
                    new RegistryAddress(
                        Optional.of(County.B),
                        Optional.of("București Sectorul 6"),
                        Optional.of(
                            "Șos. VIRTUȚII, nr. 148, bl. A1, sc. 2, et. 3, ap. 4, spatiul E47"),
                        Optional.of(new PostalCode("060787"))),
                    RegistryAddress.UNKNOWN,
                    Optional.of(TradeRegisterNumber.of("J12/123/2005")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new Registration(
                        Optional.of(LocalDate.of(2005, 3, 1)),
                        Optional.of("SRL"),
                        false,
                        Optional.empty()),
                    Set.of(),
                    AS_OF)));
  }

  @Test
  void columns_stand_in_any_order_and_more_may_be_added() {
    RegistryEntry entry =
        found(
            "IBAN^TELEFON^COD_CAEN^STARE_DIN^STARE^PLATITOR_TVA^CUI^ALTCEVA^DENUMIRE",
            "RO49AAAA1B31007593840000^0264 123 456^119^2023-12-08^Radiata^da^ "
                + code
                + " ^x^ALTA SRL");
    assertThat(entry.iban()).contains(Iban.of("RO49AAAA1B31007593840000"));
    assertThat(entry.phone()).contains(PhoneNumber.of("0264 123 456"));
    assertThat(entry.caen()).contains(new CaenCode("0119"));
    assertThat(entry.status())
        .contains(
            new RegistryStatus(RegistryState.STRUCK_OFF, Optional.of(LocalDate.of(2023, 12, 8))));
    assertThat(entry.vat()).contains(RegistryVat.of(VatState.PAYER));
    assertThat(entry.vatStatus().orElseThrow().checkedAt())
        .as("as old as the file is")
        .contains(AS_OF);
  }

  @Test
  void older_exports_call_the_street_s_number_otherwise_and_give_the_time_of_day() {
    RegistryEntry entry =
        found(
            "\"DENUMIRE\"^CUI^ADR_DEN_STRADA^ADR_DEN_NR_STRADA^DATA_INMATRICULARE^FORMA_JURIDICA",
            "POP ION PF^" + code + "^Str. Lungă^7^01/03/2005 00:00:00^PF");
    assertThat(entry.seat().street()).contains("Str. Lungă, nr. 7");
    assertThat(entry.registration().on()).contains(LocalDate.of(2005, 3, 1));
    assertThat(entry.registration().naturalPerson()).isTrue();
  }

  @Test
  void quotes_are_letters_like_others_and_swallow_no_lines() throws IOException {
    Cui second = Cuis.next();
    Cui third = Cuis.next();
    CompanyRegistry registry =
        registry(
            "\uFEFFDENUMIRE^CUI\r\n"
                + ("\"LEMN\" SRL^" + code + "\r\n")
                + ("\" CARDIO SRL^" + second + "\r\n")
                + ("CAMPING SRL^" + third));
    assertThat(name(registry, code)).isEqualTo("\"LEMN\" SRL");
    assertThat(name(registry, second)).isEqualTo("\" CARDIO SRL");
    assertThat(name(registry, third)).isEqualTo("CAMPING SRL");
  }

  @Test
  void a_company_without_a_code_has_none_and_of_two_lines_the_last_counts() throws IOException {
    CompanyRegistry registry =
        registry(
            "DENUMIRE^CUI\nFARA^0\nFARA^\nFARA^abc\nFARA^12345678901\nFARA^12 34x\n\n"
                + ("VECHI^" + code + "\n")
                + ("NOU^" + code + "\n"));
    assertThat(name(registry, code)).isEqualTo("NOU");
    assertThat(registry.lookUp(Cuis.next())).isEqualTo(new RegistryAnswer.NotFound());
  }

  @Test
  void a_line_that_is_not_in_its_form_is_not_believed() throws IOException {
    for (String line :
        new String[] {
          "A^B SRL^" + code,
          code + "^A^B^C",
          "^" + code,
          " ^" + code,
          "A\u0007B^" + code,
          code.digits()
        }) {
      for (String header : new String[] {"DENUMIRE^CUI", "CUI^DENUMIRE"}) {
        CompanyRegistry registry = registry(header + "\n" + line + "\n");
        assertThat(registry.lookUp(code))
            .as(header + " " + line)
            .isInstanceOfAny(RegistryAnswer.UnexpectedAnswer.class, RegistryAnswer.NotFound.class);
        assertThat(registry.recall(code)).isEmpty();
      }
    }
    Path latin = directory.resolve("latin.csv");
    Files.write(
        latin, ("DENUMIRE^CUI\n\u0163^" + code + "\n").getBytes(Charset.forName("ISO-8859-2")));
    assertThat(RegistryAdapter.file(CompanyFile.at(latin)).registry().lookUp(code))
        .isEqualTo(new RegistryAnswer.UnexpectedAnswer());
    assertThat(registry("DENUMIRE^CUI\n" + "x".repeat(70_000) + "^" + code).lookUp(code))
        .as("a line without an end")
        .isEqualTo(new RegistryAnswer.UnexpectedAnswer());
  }

  @Test
  void what_can_t_be_right_is_left_out_and_said_so() {
    RegistryEntry entry =
        found(
            "DENUMIRE^CUI^COD_INMATRICULARE^ADR_JUDET^ADR_COD_POSTAL",
            "ALTA SRL^" + code + "^J99/1/1800^Atlantida^12");
    assertThat(entry.omitted())
        .containsExactlyInAnyOrder(
            LeadField.TRADE_REGISTER_NUMBER, LeadField.COUNTY, LeadField.POSTAL_CODE);
  }

  @Test
  void a_file_that_can_t_be_used_says_why() throws IOException {
    assertThatThrownBy(() -> RegistryAdapter.file(CompanyFile.at(directory.resolve("nu.csv"))))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("there is no file");
    assertThatThrownBy(() -> registry("DENUMIRE;CUI\nA;1\n"))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("no column CUI");
    assertThatThrownBy(() -> registry("")).isInstanceOf(UnusableFile.class);
    Path companies = Files.writeString(directory.resolve("c.csv"), "DENUMIRE^CUI\n");
    assertThatThrownBy(
            () ->
                RegistryAdapter.file(
                    new CompanyFile(companies, directory.resolve("none").resolve("index"))))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("can't read");
  }

  @Test
  void an_index_is_made_once_and_anew_when_the_file_has_changed() throws IOException {
    Path companies = directory.resolve("companies.csv");
    Files.writeString(companies, "DENUMIRE^CUI\nA^" + code + "\n");
    CompanyFile file = CompanyFile.at(companies);
    CompanyRegistry first = RegistryAdapter.file(file).registry();
    FileTime made = Files.getLastModifiedTime(file.index());
    Files.setLastModifiedTime(file.index(), FileTime.from(Instant.EPOCH));
    RegistryAdapter.file(file);
    assertThat(Files.getLastModifiedTime(file.index())).isNotEqualTo(made);

    Files.writeString(companies, "DENUMIRE^CUI\nXXXXX^" + Cuis.next() + "\nB^" + code + "\n");
    assertThat(first.lookUp(code))
        .as("whoever has it open notices")
        .isEqualTo(new RegistryAnswer.Unavailable());
    assertThat(name(RegistryAdapter.file(file).registry(), code)).isEqualTo("B");

    Files.write(file.index(), Arrays.copyOf(Files.readAllBytes(file.index()), 40));
    assertThat(name(RegistryAdapter.file(file).registry(), code)).as("a cut index").isEqualTo("B");
  }

  @Test
  void a_company_among_a_million_and_a_half_is_found_in_a_few_milliseconds() throws Exception {
    int lines = Proof.tries(100_000, 1_500_000);
    long seed = Proof.seed();
    Path companies = directory.resolve("many.csv");
    try (BufferedWriter out = Files.newBufferedWriter(companies, StandardCharsets.UTF_8)) {
      out.write(OPEN_DATA + "\n");
      for (int i = 0; i < lines; i++) {
        out.write(
            "FIRMA "
                + i
                + " SRL^"
                + Cuis.withBody(shuffled(i, lines))
                + "^J12/123/2005^01/03/2005^E^SRL^România^Cluj^Dej^Str. Lungă^1^^^^^405200^^^^\n");
      }
    }
    int heap = Proof.tries(24, 112);
    CompaniesInSmallHeap.Outcome small =
        CompaniesInSmallHeap.open(heap, companies, Cuis.withBody(shuffled(lines - 1, lines)));
    Files.delete(CompanyFile.at(companies).index());

    long begin = System.nanoTime();
    CompanyRegistry registry = RegistryAdapter.file(CompanyFile.at(companies)).registry();
    Duration indexing = Duration.ofNanos(System.nanoTime() - begin);

    Random random = new Random(seed);
    int asked = 1_000;
    long[] took = new long[asked];
    for (int i = 0; i < asked; i++) {
      int line = random.nextInt(lines);
      Cui cui = Cuis.withBody(shuffled(line, lines));
      long start = System.nanoTime();
      assertThat(name(registry, cui)).isEqualTo("FIRMA " + line + " SRL");
      took[i] = System.nanoTime() - start;
    }
    Arrays.sort(took);
    Proof.report(
        "file of companies",
        seed,
        indexing,
        "%d companies, %d MB indexed; p50 %d us, p99 %d us; with a heap of %d MiB in %d ms, peak %d MiB"
            .formatted(
                lines,
                Files.size(companies) >> 20,
                took[asked / 2] / 1000,
                took[990] / 1000,
                heap,
                small.openingMillis(),
                small.peakMiB()));
    assertThat(small.answer()).isEqualTo("Found");
    assertThat(took[990]).isLessThan(Duration.ofMillis(50).toNanos());
    assertThat(indexing).isLessThan(Duration.ofMinutes(1));
  }

  /** The lines are not in the order of their codes. */
  private static int shuffled(int line, int lines) {
    return 1_000_000 + (int) (line * 7_919L % lines);
  }

  // ---- the tale's words ----

  private RegistryAnswer lookUp(String... lines) {
    try {
      return registry(Arrays.stream(lines).collect(Collectors.joining("\r\n", "", "\r\n")))
          .lookUp(code);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private RegistryEntry found(String... lines) {
    RegistryAnswer answer = lookUp(lines);
    assertThat(answer).isInstanceOf(RegistryAnswer.Found.class);
    return ((RegistryAnswer.Found) answer).company();
  }

  private CompanyRegistry registry(String content) throws IOException {
    Path companies = Files.createTempFile(directory, "companies", ".csv");
    Files.writeString(companies, content);
    Files.setLastModifiedTime(companies, FileTime.from(AS_OF));
    return RegistryAdapter.file(CompanyFile.at(companies)).registry();
  }

  private static String name(CompanyRegistry registry, Cui cui) {
    RegistryAnswer answer = registry.lookUp(cui);
    assertThat(answer).isInstanceOf(RegistryAnswer.Found.class);
    return ((RegistryAnswer.Found) answer).company().name();
  }
}
