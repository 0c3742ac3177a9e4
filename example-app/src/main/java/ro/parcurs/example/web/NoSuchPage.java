package ro.parcurs.example.web;

/** The address leads nowhere. */
public final class NoSuchPage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoSuchPage() {
    super("no such page");
  }

  NoSuchPage(Throwable cause) {
    super("no such page", cause);
  }
}
