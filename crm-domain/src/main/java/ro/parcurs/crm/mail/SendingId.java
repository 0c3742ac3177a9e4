package ro.parcurs.crm.mail;

import java.util.Objects;
import java.util.UUID;

/** The identity of a {@code Sending}. */
public record SendingId(UUID value) {

  public SendingId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
