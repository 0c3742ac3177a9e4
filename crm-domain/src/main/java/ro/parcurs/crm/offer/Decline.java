package ro.parcurs.crm.offer;

import java.util.Objects;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * Approval was declined.
 *
 * @param reason at most {@value #MAX_REASON_LENGTH} characters
 */
public record Decline(Stamp by, String reason) {

  public static final int MAX_REASON_LENGTH = 1000;

  /**
   * @throws InvalidInput when the reason is missing or too long
   */
  public Decline {
    Objects.requireNonNull(by, "by");
    reason = Text.required("reason", reason, MAX_REASON_LENGTH);
  }
}
