package ro.parcurs.example.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** What a request is answered with. */
public sealed interface Answer permits Answer.View, Answer.Redirect, Answer.Download {

  /**
   * A page made from a template, which is also given {@code page} and, when there is one, {@code
   * form}.
   *
   * @param template its file under {@code src/main/jte}
   * @param values the template's other parameters
   */
  record View(String template, Map<String, Object> values, int status) implements Answer {

    public View {
      values = Map.copyOf(values);
    }

    /** The same page with one more parameter. */
    public View with(String name, Object value) {
      Map<String, Object> more = new HashMap<>(values);
      more.put(name, value);
      return new View(template, more, status);
    }

    /** The same page with another HTTP status. */
    public View status(int newStatus) {
      return new View(template, values, newStatus);
    }
  }

  /**
   * On to another page, after something was done.
   *
   * @param path within this application
   */
  record Redirect(String path) implements Answer {}

  /**
   * A file to save.
   *
   * @param content what is in it; closed once it was sent, or can't be
   */
  record Download(String name, String contentType, InputStream content) implements Answer {}

  static View view(String template) {
    return new View(template, Map.of(), 200);
  }

  static View view(String template, Map<String, Object> values) {
    return new View(template, values, 200);
  }

  static Download download(String name, String contentType, byte[] content) {
    return new Download(name, contentType, new ByteArrayInputStream(content.clone()));
  }

  static Redirect to(String path) {
    return new Redirect(path);
  }
}
