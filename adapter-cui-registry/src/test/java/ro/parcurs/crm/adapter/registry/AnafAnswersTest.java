package ro.parcurs.crm.adapter.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.adapter.registry.ScriptedService.json;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Anaf;
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
import ro.parcurs.crm.lead.usecase.Registration;
import ro.parcurs.crm.lead.usecase.RegistryAddress;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;
import ro.parcurs.crm.lead.usecase.RegistryEntry;
import ro.parcurs.crm.lead.usecase.RegistryVat;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.timeline.LeadField;

/** What is made of the service's answers, quirk by quirk, as they come over the network. */
class AnafAnswersTest {

  private static final Instant AT = Instant.parse("2026-11-24T10:00:00.123456Z");
  private static final RegistryAnswer UNEXPECTED = new RegistryAnswer.UnexpectedAnswer();

  private static final ScriptedService SERVICE = ScriptedService.start(json(500, ""));
  private static final AnafService ASKER =
      new AnafService(
          Anaf.defaults("Exemplu ERP/4.2").at(SERVICE.address()), Clock.fixed(AT, ZoneOffset.UTC));

  private final Cui code = Cuis.next();
  private final Cui other = Cuis.next();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  // ---- the whole of it ----

  @Test
  void a_company_is_read_whole() {
    assertThat(company(company -> {})).isEqualTo(full(code, AT));
  }

  /** What {@link AnafJson#company} says. */
  static RegistryEntry full(Cui code, Instant at) {
    return new RegistryEntry(
        code,
        "ȚESĂTORIA ȘOIMUL " + code + " S.R.L.",
        new RegistryAddress(
            Optional.of(County.CJ),
            Optional.of("Mun. Dej"),
            Optional.of("Str. Țebea, nr. 7A, Cladirea Turn, et. 2"),
            Optional.of(PostalCode.of("405200"))),
        new RegistryAddress(
            Optional.of(County.B),
            Optional.of("Sector 2 Mun. București"),
            Optional.of("Str. Țebea, nr. 7A, Cladirea Turn, et. 2"),
            Optional.of(new PostalCode("020001"))),
        Optional.of(TradeRegisterNumber.of("J12/123/2005")),
        Optional.of(
            new RegistryVat(
                VatState.PAYER, Optional.of(LocalDate.of(2012, 2, 1)), Optional.of(true))),
        Optional.of(
            new RegistryStatus(RegistryState.ACTIVE, Optional.of(LocalDate.of(2005, 3, 1)))),
        Optional.of(new CaenCode("0119")),
        Optional.of(Iban.of("RO49AAAA1B31007593840000")),
        Optional.of(PhoneNumber.of("0264 123 456")),
        new Registration(
            Optional.of(LocalDate.of(2005, 3, 1)),
            Optional.of("SOCIETATE COMERCIALĂ CU RĂSPUNDERE LIMITATĂ"),
            false,
            Optional.of(true)),
        Set.of(),
        at);
  }

  @Test
  void blank_missing_and_null_are_alike() {
    RegistryEntry bare = RegistryEntry.of(code, "ALTA SRL", AT);
    ObjectNode missing = AnafJson.object();
    missing
        .putObject("date_generale")
        .put("cui", Long.parseLong(code.digits()))
        .put("denumire", "ALTA SRL")
        .put("forma_organizare", "PERSOANA JURIDICA");
    assertThat(read(found(missing))).isEqualTo(new RegistryAnswer.Found(bare));

    for (String blank : new String[] {"", " ", "\u00A0", null}) {
      ObjectNode company = AnafJson.company(code);
      company.forEach(
          part ->
              part.fieldNames()
                  .forEachRemaining(
                      name -> {
                        if (part instanceof ObjectNode object
                            && !Set.of("cui", "perioade_TVA").contains(name)) {
                          object.set(
                              name,
                              blank == null
                                  ? NullNode.getInstance()
                                  : new com.fasterxml.jackson.databind.node.TextNode(blank));
                        }
                      }));
      general(company).put("denumire", "ALTA SRL").put("forma_organizare", "PERSOANA JURIDICA");
      assertThat(read(found(company))).isEqualTo(new RegistryAnswer.Found(bare));
    }
  }

  @Test
  void unknown_fields_and_another_order_change_nothing() {
    ObjectNode turned = AnafJson.object();
    ObjectNode company = AnafJson.company(code);
    List<String> names = new java.util.ArrayList<>();
    company.fieldNames().forEachRemaining(names::add);
    java.util.Collections.reverse(names);
    names.forEach(name -> turned.set(name, company.get(name)));
    turned.putObject("inregistrare_REMI").put("statusRegimMiniIntrep", true);
    general(turned).put("nou", 7);
    ObjectNode answer = AnafJson.answer(List.of(AnafJson.company(other), turned), List.of());
    answer.put("altceva", "da");
    Reply reply = reply(answer.toString(), List.of(code, other));
    assertThat(((Reply.Answered) reply).byCode())
        .containsEntry(code, new RegistryAnswer.Found(full(code, AT)))
        .containsEntry(other, new RegistryAnswer.Found(full(other, AT)));
  }

  // ---- the envelope ----

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"found\":[],\"notFound\":[%s]}",
        "{\"found\":[],\"notFound\":[\"%s\"]}",
        "{\"found\":[],\"notFound\":[{\"cui\":%s,\"data\":\"2026-11-24\"}]}",
        "{\"found\":[],\"notfound\":[{\"cui\":\"%s\"}]}",
        "{\"cod\":200,\"message\":\"SUCCESS\",\"found\":[],\"notFound\":[%s]}",
        "{\"cod\":\"200\",\"found\":[],\"notFound\":[1,%s]}",
        "{\"cod\":null,\"found\":[],\"notFound\":[%s]}"
      })
  void a_code_that_is_listed_as_not_found_is_not_found(String body) {
    assertThat(read(body.formatted(code))).isEqualTo(new RegistryAnswer.NotFound());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{}",
        "{\"found\":[],\"notFound\":[]}",
        "{\"found\":[]}",
        "{\"found\":null,\"notFound\":[%s]}",
        "{\"found\":{},\"notFound\":[%s]}",
        "{\"notFound\":[%s]}",
        "{\"found\":[],\"notFound\":{\"cui\":%s}}",
        "{\"found\":[],\"notFound\":[%s],\"notfound\":[%s]}",
        "{\"found\":[],\"notFound\":[%s]} {}",
        "{\"found\":[],\"found\":[],\"notFound\":[%s]}",
        "{\"cod\":400,\"found\":[],\"notFound\":[%s]}",
        "{\"cod\":\"404\",\"found\":[],\"notFound\":[%s]}",
        "{\"cod\":true,\"found\":[],\"notFound\":[%s]}",
        "{\"found\":[],\"notFound\":[%s]",
        "{\"found\":[],\"notFound\":[%s.5]}",
        "{\"found\":[],\"notFound\":[1]}",
        "{\"found\":[7],\"notFound\":[]}",
        "{\"found\":[{\"date_generale\":[]}],\"notFound\":[]}"
      })
  void what_is_not_of_the_promised_form_is_not_believed(String body) {
    assertThat(read(body.replace("%s", code.digits()))).isEqualTo(UNEXPECTED);
  }

  @Test
  void an_error_of_the_server_inside_the_answer_is_an_outage() {
    assertThat(read("{\"cod\":500,\"message\":\"eroare\",\"found\":[],\"notFound\":[]}"))
        .isEqualTo(new RegistryAnswer.Unavailable());
  }

  @Test
  void another_companys_data_is_not_taken_for_the_one_that_was_asked() {
    assertThat(read(found(AnafJson.company(other)))).isEqualTo(UNEXPECTED);
    assertThat(company(company -> general(company).put("cui", code.digits())))
        .as("the code as a text")
        .isEqualTo(full(code, AT));
    assertThat(read(found(AnafJson.company(code), AnafJson.company(code))))
        .as("twice")
        .isEqualTo(UNEXPECTED);
    assertThat(read(AnafJson.answer(List.of(AnafJson.company(code)), List.of(code)).toString()))
        .as("found and not found")
        .isEqualTo(UNEXPECTED);
  }

  @Test
  void each_code_of_a_batch_has_its_own_answer() {
    Cui third = Cuis.next();
    ObjectNode broken = AnafJson.company(other);
    general(broken).remove("denumire");
    String body =
        AnafJson.answer(List.of(broken, AnafJson.company(code)), List.of(third)).toString();
    Reply reply = reply(body, List.of(code, other, third));
    assertThat(((Reply.Answered) reply).byCode())
        .containsEntry(code, new RegistryAnswer.Found(full(code, AT)))
        .containsEntry(other, UNEXPECTED)
        .containsEntry(third, new RegistryAnswer.NotFound());
  }

  @Test
  void a_value_of_the_wrong_kind_makes_the_company_unreadable() {
    List<Consumer<ObjectNode>> wrong =
        List.of(
            company -> general(company).put("denumire", true),
            company -> general(company).putObject("denumire"),
            company -> general(company).put("denumire", "A\u0001B"),
            company -> general(company).put("denumire", "A\uD800"),
            company -> general(company).putArray("nrRegCom"),
            company -> general(company).put("telefon", 1.5),
            company -> company.put("stare_inactiv", "da"),
            company -> company.putArray("adresa_sediu_social"),
            company -> part(company, "stare_inactiv").put("statusInactivi", 1),
            company -> part(company, "stare_inactiv").put("statusInactivi", "nu"),
            company -> part(company, "inregistrare_scop_Tva").put("perioade_TVA", "2012"),
            company -> part(company, "inregistrare_scop_Tva").putArray("perioade_TVA").add(7),
            company -> part(company, "inregistrare_scop_Tva").putObject("scpTVA"),
            company -> company.remove("date_generale"),
            company -> general(company).put("denumire", "  "));
    for (Consumer<ObjectNode> change : wrong) {
      ObjectNode company = AnafJson.company(code);
      change.accept(company);
      assertThat(read(found(company))).as(company.toString()).isEqualTo(UNEXPECTED);
    }
  }

  // ---- fields ----

  @Test
  void what_can_t_be_right_is_left_out_and_said_so() {
    RegistryEntry entry =
        company(
            company -> {
              general(company)
                  .put("nrRegCom", "J99/1/2005")
                  .put("iban", "RO49AAAA1B31007593840001")
                  .put("cod_CAEN", "11A9")
                  .put("telefon", "interior 12");
              part(company, "adresa_sediu_social")
                  .put("scod_JudetAuto", "XX")
                  .put("scod_Postal", "4052");
            });
    assertThat(entry.omitted())
        .containsExactlyInAnyOrder(
            LeadField.TRADE_REGISTER_NUMBER,
            LeadField.IBAN,
            LeadField.CAEN,
            LeadField.PHONE,
            LeadField.COUNTY,
            LeadField.POSTAL_CODE);
    assertThat(entry.tradeRegisterNumber()).isEmpty();
    assertThat(entry.iban()).isEmpty();
    assertThat(entry.seat().county()).isEmpty();
    assertThat(entry.seat().locality()).contains("Mun. Dej");
    assertThat(entry.vat()).isEqualTo(full(code, AT).vat());
  }

  @Test
  void what_is_longer_than_a_lead_keeps_is_cut_and_said_so() {
    RegistryEntry entry =
        company(
            company -> {
              general(company).put("denumire", "Ș".repeat(250));
              part(company, "adresa_sediu_social").put("sdetalii_Adresa", "x".repeat(400));
            });
    assertThat(entry.name()).isEqualTo("Ș".repeat(200));
    assertThat(entry.seat().street().orElseThrow()).hasSize(300);
    assertThat(entry.omitted()).containsExactlyInAnyOrder(LeadField.NAME, LeadField.STREET);
  }

  @ParameterizedTest
  @CsvSource({
    "119,0119",
    "0610,0610",
    "610,0610",
    "4754,4754",
    "' 119 ',0119",
  })
  void a_lost_zero_of_the_activity_code_is_restored(String written, String read) {
    assertThat(company(company -> general(company).put("cod_CAEN", written)).caen())
        .contains(new CaenCode(read));
    assertThat(company(company -> general(company).put("cod_CAEN", 119)).caen())
        .contains(new CaenCode("0119"));
  }

  @Test
  void a_lost_zero_of_bucharests_postal_codes_is_restored_and_of_no_other() {
    RegistryEntry bucharest =
        company(
            company ->
                part(company, "adresa_sediu_social")
                    .put("scod_JudetAuto", "B")
                    .put("scod_Postal", "60787"));
    assertThat(bucharest.seat().postalCode()).contains(new PostalCode("060787"));
    RegistryEntry cluj =
        company(company -> part(company, "adresa_sediu_social").put("scod_Postal", "40520"));
    assertThat(cluj.seat().postalCode()).isEmpty();
    assertThat(cluj.omitted()).containsExactly(LeadField.POSTAL_CODE);
  }

  @Test
  void the_fiscal_domicile_takes_the_postal_code_that_stands_elsewhere() {
    RegistryEntry entry =
        company(
            company -> {
              general(company).put("codPostal", "12061");
              part(company, "adresa_domiciliu_fiscal").put("dcod_Postal", " ");
            });
    assertThat(entry.fiscalDomicile().postalCode()).contains(new PostalCode("012061"));
  }

  @Test
  void the_county_goes_by_its_letters_whatever_its_name_is() {
    RegistryEntry entry =
        company(
            company ->
                part(company, "adresa_sediu_social")
                    .put("sdenumire_Judet", "TIMIŞ")
                    .put("scod_JudetAuto", "TM"));
    assertThat(entry.seat().county()).contains(County.TM);
  }

  @Test
  void without_a_seat_a_lead_gets_the_fiscal_domicile() {
    RegistryEntry entry = company(company -> company.remove("adresa_sediu_social"));
    assertThat(entry.seat()).isEqualTo(RegistryAddress.UNKNOWN);
    assertThat(entry.address()).isEqualTo(full(code, AT).fiscalDomicile());
    assertThat(full(code, AT).address()).isEqualTo(full(code, AT).seat());
  }

  @ParameterizedTest
  @CsvSource({
    "J2005000123123,J2005000123123",
    "J12/123/2005,J12/123/2005",
    "J5/1729/09.09.1991,J05/1729/1991",
    "j12 / 123 / 2005,J12/123/2005",
    "C2005000123124,",
    "fara,",
  })
  void a_register_number_of_either_form_is_read(String written, String read) {
    String newForm = written.equals("J2005000123123") ? valid("J200500012312") : written;
    Optional<TradeRegisterNumber> expected =
        Optional.ofNullable(read)
            .map(text -> TradeRegisterNumber.of(text.length() == 14 ? newForm : text));
    RegistryEntry entry = company(company -> general(company).put("nrRegCom", newForm));
    assertThat(entry.tradeRegisterNumber()).isEqualTo(expected);
    assertThat(entry.omitted().contains(LeadField.TRADE_REGISTER_NUMBER))
        .isEqualTo(expected.isEmpty());
  }

  /** The number with its check digit. */
  private static String valid(String body) {
    int sum = body.charAt(0) % 10 + body.substring(1).chars().map(c -> c - '0').sum();
    return body + sum % 10;
  }

  // ---- VAT and states ----

  @Test
  void of_several_periods_the_one_that_began_last_counts_wherever_it_stands() {
    RegistryEntry ended =
        company(
            company -> {
              ObjectNode vat = part(company, "inregistrare_scop_Tva").put("scpTVA", false);
              vat.putArray("perioade_TVA")
                  .add(AnafJson.period("2005-10-17", "2009-03-01"))
                  .add(AnafJson.period("27.09.2010", "02.02.2017"))
                  .add(AnafJson.period("", "2020-01-01"));
            });
    assertThat(ended.vat().orElseThrow())
        .isEqualTo(
            new RegistryVat(
                VatState.NON_PAYER, Optional.of(LocalDate.of(2017, 2, 2)), Optional.of(true)));
  }

  @Test
  void the_flag_is_right_whatever_the_periods_say() {
    assertThat(
            company(
                    company ->
                        part(company, "inregistrare_scop_Tva")
                            .put("scpTVA", true)
                            .putArray("perioade_TVA"))
                .vat()
                .orElseThrow()
                .state())
        .isEqualTo(VatState.PAYER);
    RegistryEntry drawn =
        company(
            company ->
                part(company, "inregistrare_scop_Tva")
                    .put("scpTVA", "false")
                    .set("perioade_TVA", AnafJson.period("2012-01-01", "2013-01-01")));
    assertThat(drawn.vat().orElseThrow().state()).isEqualTo(VatState.NON_PAYER);
    assertThat(drawn.vat().orElseThrow().since()).contains(LocalDate.of(2013, 1, 1));
    assertThat(company(company -> company.remove("inregistrare_scop_Tva")).vat()).isEmpty();
  }

  @Test
  void struck_off_by_either_sign_and_before_inactive() {
    assertThat(status("RADIERE din data 08.12.2023", "", true))
        .contains(status(RegistryState.STRUCK_OFF, LocalDate.of(2023, 12, 8)));
    assertThat(status("INREGISTRAT din data 29.08.2006", "2023-12-08", true))
        .contains(status(RegistryState.STRUCK_OFF, LocalDate.of(2023, 12, 8)));
    assertThat(status("RADIERE", "", false))
        .contains(new RegistryStatus(RegistryState.STRUCK_OFF, Optional.empty()));
    assertThat(status("", "candva", false))
        .contains(new RegistryStatus(RegistryState.STRUCK_OFF, Optional.empty()));
    assertThat(status("TRANSFER(SOSIRE) din data 01.01.2020", "", true))
        .contains(status(RegistryState.INACTIVE, LocalDate.of(2017, 2, 2)));
    assertThat(status("INREGISTRAT din data 29.08.2006", " ", false))
        .contains(status(RegistryState.ACTIVE, LocalDate.of(2005, 3, 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INREGISTRAT din data 29.08.2006",
        "TRANSFER(SOSIRE) din data 01.01.2020",
        "SUSPENDARE ACTIVITATE din data 01.01.2020",
        "RELUARE ACTIVITATE din data 01.01.2020",
        "DIZOLVARE FARA LICHIDARE(FUZIUNE) din data 01.01.2020",
        "DIZOLVARE CU LICHIDARE(INCEPUT LICHIDARE) din data 01.01.2020",
        "CERERE DE RADIERE"
      })
  void no_other_state_is_taken_for_struck_off_nor_its_date_for_that_of_the_registration(
      String state) {
    assertThat(status(state, "", false))
        .contains(status(RegistryState.ACTIVE, LocalDate.of(2005, 3, 1)));
  }

  @Test
  void vat_on_collection_goes_by_its_flag_and_not_by_its_dates() {
    RegistryEntry ended =
        company(
            company ->
                part(company, "inregistrare_RTVAI")
                    .put("dataInceputTvaInc", "2013-01-01")
                    .put("tipActTvaInc", "Radiere")
                    .put("statusTvaIncasare", false));
    assertThat(ended.vat().orElseThrow().onCollection()).contains(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2022-07-01", "01.01.2024", "", "candva"})
  void since_when_a_company_is_in_ro_e_factura_is_not_documented_and_not_read(String text) {
    RegistryEntry entry =
        company(
            company ->
                general(company)
                    .put("statusRO_e_Factura", false)
                    .put("data_inreg_Reg_RO_e_Factura", text));
    assertThat(entry.registration().eInvoicing()).contains(false);
  }

  private Optional<RegistryStatus> status(String state, String struckOff, boolean inactive) {
    return company(
            company -> {
              general(company).put("stare_inregistrare", state);
              part(company, "stare_inactiv")
                  .put("dataRadiere", struckOff)
                  .put("dataInactivare", "02.02.2017")
                  .put("statusInactivi", inactive);
            })
        .status();
  }

  private static RegistryStatus status(RegistryState state, LocalDate since) {
    return new RegistryStatus(state, Optional.of(since));
  }

  @Test
  void a_sole_trader_is_told_from_a_company() {
    assertThat(
            company(company -> general(company).put("nrRegCom", "F12/5/2010"))
                .registration()
                .naturalPerson())
        .isTrue();
    RegistryEntry formless =
        company(
            company ->
                general(company)
                    .put("nrRegCom", "")
                    .put("forma_juridica", "")
                    .put("forma_organizare", " ")
                    .put("forma_de_proprietate", ""));
    assertThat(formless.registration().naturalPerson()).isTrue();
    assertThat(company(company -> {}).registration().naturalPerson()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2022-02-30", "31.02.2022", "ieri", "2022/01/01", "0000-00-00"})
  void a_date_that_is_none_is_unknown(String text) {
    assertThat(
            company(company -> general(company).put("data_inregistrare", text)).registration().on())
        .isEmpty();
  }

  // ---- the tale's words ----

  private RegistryEntry company(Consumer<ObjectNode> change) {
    ObjectNode company = AnafJson.company(code);
    change.accept(company);
    RegistryAnswer answer = read(found(company));
    assertThat(answer).isInstanceOf(RegistryAnswer.Found.class);
    return ((RegistryAnswer.Found) answer).company();
  }

  private RegistryAnswer read(String body) {
    Reply reply = reply(body, List.of(code));
    return reply instanceof Reply.Answered answered
        ? answered.byCode().get(code)
        : ((Reply.Trouble) reply).answer();
  }

  /** What comes of it when the service answers so. */
  private static Reply reply(String body, List<Cui> asked) {
    // Half a character can't be sent as such, but it can be as JSON writes it.
    SERVICE.follow(json(200, body.replace("\uD800", "\\uD800")));
    try {
      return ASKER.ask(asked);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String found(ObjectNode... companies) {
    return AnafJson.answer(List.of(companies), List.of()).toString();
  }

  private static ObjectNode general(ObjectNode company) {
    return part(company, "date_generale");
  }

  private static ObjectNode part(ObjectNode company, String name) {
    return (ObjectNode) company.get(name);
  }
}
