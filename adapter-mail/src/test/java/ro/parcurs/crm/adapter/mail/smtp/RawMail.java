package ro.parcurs.crm.adapter.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A message as the bytes that travel, read without the library that wrote it. */
record RawMail(List<String> headers, List<String> body) {

  /** RFC 5322, section 2.1.1. */
  private static final int LONGEST_LINE = 998;

  private static final List<String> NAMES =
      List.of(
          "cc",
          "content-type",
          "date",
          "from",
          "message-id",
          "mime-version",
          "reply-to",
          "subject",
          "to");

  /** Insists that lines end as they do in mail and are no longer than they may be, all in ASCII. */
  static RawMail of(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text.chars()).allMatch(c -> c < 0x7f && (c >= ' ' || "\r\n\t".indexOf(c) >= 0));
    assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    return ofLines(List.of(text.split("\r\n", -1)));
  }

  static RawMail ofLines(List<String> lines) {
    assertThat(lines).allMatch(line -> line.length() <= LONGEST_LINE);
    List<String> headers = new ArrayList<>();
    int end = lines.indexOf("");
    for (String line : lines.subList(0, end)) {
      if (line.startsWith(" ") || line.startsWith("\t")) {
        headers.set(headers.size() - 1, headers.get(headers.size() - 1) + line);
      } else {
        headers.add(line);
      }
    }
    return new RawMail(headers, lines.subList(end + 1, lines.size()));
  }

  /** Insists that it has the headers that it should have, each once, and these recipients. */
  void requireNothingAdded(List<String> to, List<String> cc) {
    assertThat(headers)
        .extracting(header -> header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT))
        .containsExactlyInAnyOrderElementsOf(NAMES);
    assertThat(addresses("From")).containsExactly("vanzari@exemplu.ro");
    assertThat(addresses("Reply-To")).containsExactly("ana@exemplu.ro");
    assertThat(addresses("To")).containsExactlyElementsOf(to);
    assertThat(addresses("Cc")).containsExactlyElementsOf(cc);
  }

  /** Those of a header: what stands in quotes is a name, and what is left has no room for more. */
  private List<String> addresses(String name) {
    String value =
        headers.stream()
            .filter(header -> header.startsWith(name + ":"))
            .map(header -> header.substring(name.length() + 1))
            .findFirst()
            .orElseThrow();
    List<String> addresses = new ArrayList<>();
    for (String one : value.replaceAll("\"(\\\\.|[^\"\\\\])*\"", "").split(",", -1)) {
      String bare = one.strip();
      addresses.add(
          bare.matches("[^<>@]*<[^<>@\\s]+@[^<>@\\s]+>")
              ? bare.substring(bare.indexOf('<') + 1, bare.length() - 1)
              : bare);
    }
    return addresses;
  }
}
