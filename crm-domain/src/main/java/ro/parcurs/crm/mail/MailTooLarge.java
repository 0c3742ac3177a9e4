package ro.parcurs.crm.mail;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** The message, with its file, is larger than what may be sent. */
public final class MailTooLarge extends Refusal {

  private static final long serialVersionUID = 1L;

  private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1 << 20);

  /**
   * @param bytes how large it would be under way
   * @param most how large it may be
   */
  public MailTooLarge(long bytes, long most) {
    super(
        Map.of(
            "size", mebibytes(bytes, RoundingMode.UP), "max", mebibytes(most, RoundingMode.DOWN)));
  }

  private static BigDecimal mebibytes(long bytes, RoundingMode rounding) {
    return BigDecimal.valueOf(bytes).divide(MEBIBYTE, 1, rounding);
  }
}
