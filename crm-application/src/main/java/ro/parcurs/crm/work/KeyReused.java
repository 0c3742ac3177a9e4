package ro.parcurs.crm.work;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** The idempotency key belongs to another command. */
public final class KeyReused extends Refusal {

  private static final long serialVersionUID = 1L;

  public KeyReused(IdempotencyKey key) {
    super(Map.of("key", key.value()));
  }
}
