package ro.parcurs.crm.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * One text for all JSON documents that PostgreSQL's {@code jsonb} takes for the same: it keeps
 * neither the order of keys nor white space nor exponents. Made without the help of a JSON writer,
 * so that a newer one can't change it.
 *
 * <p>A text is its number of bytes in UTF-8, a colon and itself: {@code s3:abc}. A number is told
 * in plain digits, as {@code n4:1.50}. Objects and arrays begin with how many they hold: {@code {1
 * 1:a s3:abc}}, without the spaces; keys are in the order of their UTF-16 code units.
 */
final class CanonicalJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private CanonicalJson() {}

  /**
   * @throws IllegalArgumentException when the text is no JSON document
   */
  static String of(String document) {
    try {
      StringBuilder canonical = new StringBuilder(document.length() + 16);
      write(JSON.readTree(document), canonical);
      return canonical.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a JSON document", e);
    }
  }

  private static void write(JsonNode node, StringBuilder canonical) {
    switch (node.getNodeType()) {
      case OBJECT -> {
        TreeMap<String, JsonNode> byKey = new TreeMap<>();
        node.properties().forEach(field -> byKey.put(field.getKey(), field.getValue()));
        canonical.append('{').append(byKey.size());
        byKey.forEach(
            (key, value) -> {
              text(key, canonical);
              write(value, canonical);
            });
        canonical.append('}');
      }
      case ARRAY -> {
        canonical.append('[').append(node.size());
        node.forEach(element -> write(element, canonical));
        canonical.append(']');
      }
      case STRING -> text(node.textValue(), canonical.append('s'));
      case NUMBER -> text(node.decimalValue().toPlainString(), canonical.append('n'));
      case BOOLEAN -> canonical.append(node.booleanValue() ? 't' : 'f');
      case NULL -> canonical.append('z');
      default -> throw new IllegalArgumentException("not a JSON document: " + node.getNodeType());
    }
  }

  /** A text with its length before it, so that nothing in it can be taken for what follows. */
  static void text(String text, StringBuilder canonical) {
    canonical.append(text.getBytes(StandardCharsets.UTF_8).length).append(':').append(text);
  }
}
