package ro.parcurs.crm.pursuit;

import java.util.Optional;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * Why the client said no: a reason from the embedding application's list, free text, or both.
 *
 * @param code the reason's key in the list; at most {@value #MAX_CODE} characters
 * @param text at most {@value #MAX_TEXT} characters
 */
public record RefusalReason(Optional<String> code, Optional<String> text) {

  public static final int MAX_CODE = 50;
  public static final int MAX_TEXT = 1000;

  public RefusalReason {
    code = code.flatMap(key -> Text.optional("code", key, MAX_CODE));
    text = text.flatMap(words -> Text.optional("text", words, MAX_TEXT));
    if (code.isEmpty() && text.isEmpty()) {
      throw InvalidInput.of("", "required");
    }
  }
}
