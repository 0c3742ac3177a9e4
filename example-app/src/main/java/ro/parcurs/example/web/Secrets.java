package ro.parcurs.example.web;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts that nobody can guess. */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;
  private static final int SHORT_BYTES = 6;

  private Secrets() {}

  /** For sessions, forms and the like. */
  static String next() {
    return random(SECRET_BYTES);
  }

  /** Short enough to be told on the phone. */
  static String reference() {
    return random(SHORT_BYTES);
  }

  private static String random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
