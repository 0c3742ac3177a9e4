package ro.parcurs.crm.adapter.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;
import ro.parcurs.crm.lead.usecase.RegistryEntry;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.timeline.LeadField;

/**
 * Promise P19: only checked answers of the registry are stored. Answers are damaged in ways of
 * which it is known what has to come of them; none may be taken for the company that it isn't.
 */
class MutatedAnswersTest {

  private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What has to come of an answer. */
  private enum Fate {
    /** Nothing of it is used. */
    REFUSED,
    /** It says what it said before. */
    SAME,
    /** A field of it is left out, and said so; the rest is as it was. */
    OMITTED
  }

  private record Mutation(Fate fate, Set<LeadField> omitted, String body) {}

  private final Random random;
  private final long seed = Proof.seed();
  private final AnafAnswers answers = new AnafAnswers();
  private final Cui code = Cuis.next();
  private final RegistryEntry whole = AnafAnswersTest.full(code, AT);

  MutatedAnswersTest() {
    random = new Random(seed);
  }

  @Test
  void of_mutated_answers_no_wrong_one_is_accepted() {
    int tries = Proof.tries(1_000, 10_000);
    Instant start = Instant.now();
    List<String> wrong = new ArrayList<>();
    Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    for (int i = 0; i < tries; i++) {
      Mutation mutation = mutation();
      fates.merge(mutation.fate(), 1, Integer::sum);
      RegistryAnswer answer = read(mutation.body());
      if (!isRight(mutation, answer)) {
        wrong.add(mutation + " gave " + answer);
      }
    }
    Proof.report(
        "P19 mutated answers",
        seed,
        Duration.between(start, Instant.now()),
        "%d answers %s, %d wrong ones accepted".formatted(tries, fates, wrong.size()));
    assertThat(fates.keySet()).containsExactly(Fate.values());
    assertThat(wrong).isEmpty();
  }

  @Test
  void control_a_reader_that_takes_what_it_finds_accepts_wrong_answers() {
    long accepted = 0;
    for (int i = 0; i < 1_000; i++) {
      Mutation mutation = mutation();
      if (mutation.fate() == Fate.REFUSED && naivelyRead(mutation.body())) {
        accepted++;
      }
    }
    assertThat(accepted).isPositive();
  }

  /** As many clients do: the first company of the answer is the one that was asked. */
  private static boolean naivelyRead(String body) {
    try {
      return JSON.readTree(body).path("found").path(0).path("date_generale").has("denumire");
    } catch (java.io.IOException e) {
      return false;
    }
  }

  private boolean isRight(Mutation mutation, RegistryAnswer answer) {
    if (!(answer instanceof RegistryAnswer.Found found)) {
      return mutation.fate() == Fate.REFUSED && !(answer instanceof RegistryAnswer.NotFound);
    }
    return switch (mutation.fate()) {
      case REFUSED -> false;
      case SAME -> found.company().equals(whole);
      case OMITTED ->
          found.company().omitted().equals(mutation.omitted())
              && found.company().equals(without(mutation.omitted()));
    };
  }

  private RegistryEntry without(Set<LeadField> omitted) {
    RegistryEntry entry = whole;
    return new RegistryEntry(
        entry.cui(),
        entry.name(),
        new ro.parcurs.crm.lead.usecase.RegistryAddress(
            entry.seat().county().filter(county -> !omitted.contains(LeadField.COUNTY)),
            entry.seat().locality(),
            entry.seat().street(),
            entry.seat().postalCode().filter(code -> !omitted.contains(LeadField.POSTAL_CODE))),
        entry.fiscalDomicile(),
        entry
            .tradeRegisterNumber()
            .filter(number -> !omitted.contains(LeadField.TRADE_REGISTER_NUMBER)),
        entry.vat(),
        entry.status(),
        entry.caen().filter(caen -> !omitted.contains(LeadField.CAEN)),
        entry.iban().filter(iban -> !omitted.contains(LeadField.IBAN)),
        entry.phone().filter(phone -> !omitted.contains(LeadField.PHONE)),
        entry.registration(),
        omitted,
        entry.answeredAt());
  }

  private RegistryAnswer read(String body) {
    Reply reply = answers.read(body, List.of(code), AT);
    return reply instanceof Reply.Answered answered
        ? answered.byCode().get(code)
        : ((Reply.Trouble) reply).answer();
  }

  // ---- mutations ----

  private Mutation mutation() {
    return switch (random.nextInt(16)) {
      case 0 -> refused(cut());
      case 1 -> refused(answer() + "}{ ]x,".substring(random.nextInt(6)));
      case 2 -> refused(withCode(another()));
      case 3 -> refused(withCode(swapped()));
      case 4 -> refused(twice());
      case 5 -> refused(ofAnotherKind());
      case 6 -> refused(withoutWhatIsNeeded());
      case 7 -> refused(doubledKey());
      case 8 -> refused(withoutAMark());
      case 9 -> refused(unreadableCharacter());
      case 10 -> refused("{\"cod\":" + (201 + random.nextInt(298)) + "," + rest());
      case 11 -> same(shuffled());
      case 12 -> same(withMore());
      case 13 -> same(amongOthers());
      case 14 -> same("{\"cod\":\"200\",\"message\":\"SUCCESS\"," + rest());
      default -> omitted();
    };
  }

  private static Mutation refused(String body) {
    return new Mutation(Fate.REFUSED, Set.of(), body);
  }

  private static Mutation same(String body) {
    return new Mutation(Fate.SAME, Set.of(), body);
  }

  private ObjectNode answer() {
    return AnafJson.answer(List.of(AnafJson.company(code)), List.of());
  }

  private String rest() {
    return answer().toString().substring(1);
  }

  /** Anywhere but behind the last character. */
  private String cut() {
    String body = answer().toString();
    return body.substring(0, random.nextInt(body.length() - 1));
  }

  private String withCode(String digits) {
    ObjectNode answer = answer();
    general(answer).put("cui", Long.parseLong(digits));
    return answer.toString();
  }

  /** One digit of the code is another one. */
  private String another() {
    char[] digits = code.digits().toCharArray();
    int place = random.nextInt(digits.length);
    digits[place] = (char) ('0' + (digits[place] - '0' + 1 + random.nextInt(9)) % 10);
    return new String(digits);
  }

  private String swapped() {
    char[] digits = code.digits().toCharArray();
    int place = random.nextInt(digits.length - 1);
    char first = digits[place];
    digits[place] = digits[place + 1];
    digits[place + 1] = first;
    String swapped = new String(digits);
    return swapped.equals(code.digits()) ? another() : swapped;
  }

  private String twice() {
    ObjectNode second = AnafJson.company(code);
    ((ObjectNode) second.get("date_generale")).put("denumire", "ALTA SRL");
    return random.nextBoolean()
        ? AnafJson.answer(List.of(AnafJson.company(code), second), List.of()).toString()
        : AnafJson.answer(List.of(AnafJson.company(code)), List.of(code)).toString();
  }

  private String ofAnotherKind() {
    ObjectNode answer = answer();
    ObjectNode company = company(answer);
    List<Runnable> changes =
        List.of(
            () -> answer.putObject("found"),
            () -> answer.put("found", "da"),
            () -> answer.put("notFound", 7),
            () -> ((ArrayNode) answer.get("found")).insert(0, "x").remove(1),
            () -> general(answer).put("denumire", 7.5),
            () -> general(answer).put("denumire", false),
            () -> general(answer).putArray("stare_inregistrare"),
            () -> general(answer).put("statusRO_e_Factura", "da"),
            () -> general(answer).putObject("cod_CAEN"),
            () -> company.put("adresa_sediu_social", "Cluj"),
            () -> company.putArray("stare_inactiv"),
            () -> company.put("inregistrare_scop_Tva", true),
            () -> part(company, "inregistrare_scop_Tva").put("scpTVA", 1),
            () -> part(company, "inregistrare_scop_Tva").put("scpTVA", "nu"),
            () -> part(company, "inregistrare_scop_Tva").put("perioade_TVA", "mereu"),
            () -> part(company, "stare_inactiv").putObject("statusInactivi"),
            () -> part(company, "stare_inactiv").put("dataRadiere", true));
    changes.get(random.nextInt(changes.size())).run();
    return answer.toString();
  }

  private String withoutWhatIsNeeded() {
    ObjectNode answer = answer();
    List<Runnable> changes =
        List.of(
            () -> answer.remove("found"),
            () -> company(answer).remove("date_generale"),
            () -> general(answer).remove("cui"),
            () -> general(answer).remove("denumire"),
            () -> general(answer).put("denumire", "\u00A0 "),
            () -> general(answer).putNull("cui"));
    changes.get(random.nextInt(changes.size())).run();
    return answer.toString();
  }

  /** The same key twice: readers disagree about which counts. */
  private String doubledKey() {
    String body = answer().toString();
    List<String> keys = List.of("cui", "denumire", "scpTVA", "statusInactivi", "found");
    String key = "\"" + keys.get(random.nextInt(keys.size())) + "\":";
    return body.replaceFirst(key, key + "null," + key);
  }

  /** One of the marks that hold the JSON together is gone. */
  private String withoutAMark() {
    String body = answer().toString();
    List<Integer> marks = new ArrayList<>();
    boolean inText = false;
    for (int i = 0; i < body.length(); i++) {
      if (body.charAt(i) == '"') {
        inText = !inText;
      } else if (!inText && "{}[]:,".indexOf(body.charAt(i)) >= 0) {
        marks.add(i);
      }
    }
    int gone = marks.get(random.nextInt(marks.size()));
    return body.substring(0, gone) + body.substring(gone + 1);
  }

  private String unreadableCharacter() {
    ObjectNode answer = answer();
    String[] bad = {"\u0000", "\u0007", "\u001F", "\uD800", "\uDC00", "\u0085", "\u007F"};
    general(answer).put("denumire", "ŢESĂTORIA" + bad[random.nextInt(bad.length)] + "SRL");
    return answer.toString();
  }

  private String shuffled() {
    ObjectNode answer = answer();
    UnaryOperator<ObjectNode> turn = this::turned;
    ((ArrayNode) answer.get("found")).set(0, turn.apply(company(answer)));
    return turned(answer).toString();
  }

  private ObjectNode turned(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    Collections.shuffle(names, random);
    ObjectNode turned = AnafJson.object();
    for (String name : names) {
      turned.set(
          name, object.get(name) instanceof ObjectNode part ? turned(part) : object.get(name));
    }
    return turned;
  }

  private String withMore() {
    ObjectNode answer = answer();
    answer.put("x" + random.nextInt(), random.nextInt());
    company(answer).putObject("y" + random.nextInt()).put("z", random.nextDouble());
    general(answer).set("w" + random.nextInt(), TextNode.valueOf("\u0007"));
    return answer.toPrettyString();
  }

  private String amongOthers() {
    List<ObjectNode> companies = new ArrayList<>();
    for (int i = 0; i < random.nextInt(5); i++) {
      companies.add(AnafJson.company(Cuis.next()));
    }
    companies.add(random.nextInt(companies.size() + 1), AnafJson.company(code));
    return AnafJson.answer(companies, List.of(Cuis.next())).toString();
  }

  private Mutation omitted() {
    ObjectNode answer = answer();
    ObjectNode seat = part(company(answer), "adresa_sediu_social");
    List<LeadField> fields =
        List.of(
            LeadField.TRADE_REGISTER_NUMBER,
            LeadField.IBAN,
            LeadField.CAEN,
            LeadField.PHONE,
            LeadField.POSTAL_CODE,
            LeadField.COUNTY);
    LeadField field = fields.get(random.nextInt(fields.size()));
    switch (field) {
      case TRADE_REGISTER_NUMBER -> general(answer).put("nrRegCom", "J12/" + letters());
      case IBAN -> general(answer).put("iban", oneDigitOff("RO49AAAA1B31007593840000"));
      case CAEN -> general(answer).put("cod_CAEN", letters());
      case PHONE -> general(answer).put("telefon", letters());
      case POSTAL_CODE -> seat.put("scod_Postal", letters());
      default -> seat.put("scod_JudetAuto", "X" + letters());
    }
    return new Mutation(Fate.OMITTED, Set.of(field), answer.toString());
  }

  /** Every single digit that is another one is noticed by the check digits. */
  private String oneDigitOff(String iban) {
    char[] signs = iban.toCharArray();
    int place = iban.length() - 1 - random.nextInt(10);
    signs[place] = (char) ('0' + (signs[place] - '0' + 1 + random.nextInt(9)) % 10);
    return new String(signs);
  }

  private String letters() {
    return "Z" + (char) ('A' + random.nextInt(26)) + (char) ('A' + random.nextInt(26));
  }

  private static ObjectNode company(ObjectNode answer) {
    return (ObjectNode) answer.get("found").get(0);
  }

  private static ObjectNode general(ObjectNode answer) {
    return part(company(answer), "date_generale");
  }

  private static ObjectNode part(ObjectNode company, String name) {
    return (ObjectNode) company.get(name);
  }
}
