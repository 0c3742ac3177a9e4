package ro.parcurs.crm.adapter.mail.smtp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promise P10, looked for by a fuzzer that is led by what code its inputs reach: no text adds a
 * header or a recipient. In a build the inputs below are tried; with {@code -Dparcurs.fuzz=true} it
 * is fuzzed ({@code docs/mail.md}).
 */
@Timeout(3600)
class AnyTextFuzzTest {

  /** Between the texts of an input; no byte of UTF-8. */
  private static final char BETWEEN = '\u00ff';

  @MethodSource("texts")
  @FuzzTest(maxDuration = "10m")
  void no_text_adds_a_header_or_a_recipient(byte[] input) {
    String[] texts = new String[4];
    String[] given =
        new String(input, StandardCharsets.ISO_8859_1).split(String.valueOf(BETWEEN), -1);
    for (int i = 0; i < texts.length; i++) {
      String bytes = i < given.length ? given[i] : "";
      texts[i] = new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
    Hostile.message(texts[0], texts[1], texts[2], texts[3])
        .ifPresent(
            message ->
                RawMail.of(SmtpAdapter.written(message))
                    .requireNothingAdded(
                        Hostile.RECIPIENTS.subList(0, 1), Hostile.RECIPIENTS.subList(1, 2)));
  }

  static Stream<byte[]> texts() {
    return Hostile.PARTS.stream()
        .flatMap(
            part ->
                Stream.of(
                    input("Oferta " + part + " x", "Ana", "oferta.pdf", "text"),
                    input("Oferta", "Ana " + part + " Pop", "oferta.pdf", "text"),
                    input("Oferta", "Ana", "oferta " + part + " x.pdf", "text"),
                    input("Oferta", "Ana", "oferta.pdf", "text " + part + " text"),
                    input(part.repeat(20), part.repeat(20), part.repeat(20), part.repeat(200))));
  }

  private static byte[] input(String... texts) {
    StringBuilder input = new StringBuilder();
    for (String text : texts) {
      input
          .append(input.isEmpty() ? "" : BETWEEN)
          .append(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }
    return input.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
