package ro.parcurs.crm.work;

import java.util.UUID;

/** Makes new identities. Thread-safe. */
@FunctionalInterface
public interface Ids {

  /**
   * An identity never given before; later ones sort after earlier ones, near enough for an index.
   */
  UUID next();
}
