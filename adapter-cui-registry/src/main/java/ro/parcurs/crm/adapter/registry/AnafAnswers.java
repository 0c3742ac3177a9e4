package ro.parcurs.crm.adapter.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;

/**
 * Reads what the service answered: {@code {"found": […], "notFound": […]}}, in any order. Nothing
 * is believed that contradicts itself or answers what wasn't asked. Thread-safe.
 */
final class AnafAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(AnafAnswers.class);

  private static final int SUCCESS = 200;
  private static final int SERVER_ERROR = 500;
  private static final int MAX_DEPTH = 20;
  private static final int MAX_TEXT = 10_000;
  private static final int MAX_NUMBER = 30;

  /** Some ten times what a hundred companies take. */
  private static final int MAX_TOKENS = 200_000;

  private final ObjectMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_TEXT)
                          .maxNumberLength(MAX_NUMBER)
                          .maxTokenCount(MAX_TOKENS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * @param asked the codes that were asked; each gets its own answer
   * @param at when the answer came
   */
  Reply read(String body, Collection<Cui> asked, Instant at) {
    JsonNode root;
    try {
      root = json.readTree(body);
    } catch (JsonProcessingException e) {
      LOG.warn("The company registry's answer can't be read: {}", e.getOriginalMessage());
      return unexpected();
    }
    if (!root.isObject()) {
      return unexpected();
    }
    Optional<Reply> refusal = refusal(root);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    JsonNode found = root.path("found");
    JsonNode missing = root.has("notFound") ? root.path("notFound") : root.path("notfound");
    boolean whole =
        found.isArray()
            && (missing.isArray() || missing.isMissingNode() || missing.isNull())
            && !(root.has("notFound") && root.has("notfound"));
    if (!whole || (found.isEmpty() && missing.isEmpty())) {
      return unexpected();
    }
    return new Reply.Answered(answers(found, missing, asked, at));
  }

  private static Map<Cui, RegistryAnswer> answers(
      JsonNode found, JsonNode missing, Collection<Cui> asked, Instant at) {
    Map<Cui, List<JsonNode>> companies = new HashMap<>();
    for (JsonNode company : found) {
      code(company.path("date_generale").path("cui"))
          .ifPresent(
              code -> companies.computeIfAbsent(code, same -> new ArrayList<>()).add(company));
    }
    Set<Cui> unknown = new HashSet<>();
    for (JsonNode code : missing) {
      code(code.isObject() ? code.path("cui") : code).ifPresent(unknown::add);
    }
    Map<Cui, RegistryAnswer> answers = new HashMap<>();
    for (Cui code : asked) {
      List<JsonNode> said = companies.getOrDefault(code, List.of());
      answers.put(code, answer(code, said, unknown.contains(code), at));
    }
    return answers;
  }

  private static RegistryAnswer answer(Cui code, List<JsonNode> said, boolean unknown, Instant at) {
    if (said.isEmpty() && unknown) {
      return new RegistryAnswer.NotFound();
    }
    if (said.size() != 1 || unknown) {
      LOG.warn("The company registry answered {} times about a code that was asked", said.size());
      return new RegistryAnswer.UnexpectedAnswer();
    }
    try {
      return new RegistryAnswer.Found(AnafCompany.read(code, said.get(0), at));
    } catch (AnafCompany.Unreadable e) {
      LOG.warn("The company registry's answer is not in its form: {}", e.getMessage());
      return new RegistryAnswer.UnexpectedAnswer();
    }
  }

  /** Older versions say in the body how it went; this one says nothing. */
  private static Optional<Reply> refusal(JsonNode root) {
    JsonNode said = root.path("cod");
    if (said.isMissingNode() || said.isNull()) {
      return Optional.empty();
    }
    int code = said.isIntegralNumber() || said.isTextual() ? said.asInt(-1) : -1;
    if (code == SUCCESS) {
      return Optional.empty();
    }
    LOG.warn("The company registry answered with the code {}", code);
    return Optional.of(
        code >= SERVER_ERROR
            ? Reply.Trouble.lasting(new RegistryAnswer.Unavailable())
            : unexpected());
  }

  /** A fiscal code as a number or as digits; anything else is none. */
  private static Optional<Cui> code(JsonNode node) {
    return node.isIntegralNumber() || node.isTextual()
        ? digits(node.asText().strip())
        : Optional.empty();
  }

  private static Optional<Cui> digits(String text) {
    boolean plain = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain && Cui.isWellFormed(text) ? Optional.of(Cui.unchecked(text)) : Optional.empty();
  }

  private static Reply unexpected() {
    return Reply.Trouble.lasting(new RegistryAnswer.UnexpectedAnswer());
  }
}
