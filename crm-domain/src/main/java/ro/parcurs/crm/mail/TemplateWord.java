package ro.parcurs.crm.mail;

import java.util.Optional;
import java.util.stream.Stream;

/** What a template may leave open: {@code {number}} and the like. */
public enum TemplateWord {
  /** The number of the offer. */
  NUMBER("number"),
  /** The name of the client's company. */
  CLIENT("client"),
  /** The last day on which the offer is valid. */
  VALID_UNTIL("validUntil"),
  /** What the offer comes to, with VAT. */
  TOTAL("total"),
  /** Who sends it. */
  SENDER("sender");

  private final String word;

  TemplateWord(String word) {
    this.word = word;
  }

  /** The word between the braces. */
  public String word() {
    return word;
  }

  static Optional<TemplateWord> find(String word) {
    return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
  }
}
