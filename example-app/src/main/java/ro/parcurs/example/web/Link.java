package ro.parcurs.example.web;

/** A text that leads somewhere, for example a breadcrumb. */
public record Link(String text, String path) {

  public static Link to(String path, String text) {
    return new Link(text, path);
  }
}
