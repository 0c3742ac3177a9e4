package ro.parcurs.example.web;

/**
 * A message shown once, on the page that follows.
 *
 * @param text in the reader's language
 */
public record Flash(Tone tone, String text) {

  /** How a message or a badge looks. */
  public enum Tone {
    GOOD("success"),
    PLAIN("secondary"),
    NOTE("info"),
    CARE("warning"),
    BAD("danger");

    private final String css;

    Tone(String css) {
      this.css = css;
    }

    /** The end of the style's class names, for example of {@code alert-…}. */
    public String css() {
      return css;
    }
  }
}
