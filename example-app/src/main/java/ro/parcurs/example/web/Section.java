package ro.parcurs.example.web;

/**
 * An entry of the side navigation; shown where its address is answered.
 *
 * @param key of its text
 * @param icon as {@code ui/icon.jte} knows it
 */
public record Section(String path, String key, String icon) {

  /** Whether a page belongs to this section. */
  public boolean holds(String page) {
    return path.equals("/") ? page.equals("/") : page.equals(path) || page.startsWith(path + "/");
  }
}
