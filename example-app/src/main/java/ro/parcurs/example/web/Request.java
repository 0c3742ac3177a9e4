package ro.parcurs.example.web;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.work.Caller;

/** What a browser asks for, and who sits before it. */
public final class Request {

  /** A file that was sent with a form. */
  public static final class Upload {

    private final String name;
    private final String contentType;
    private final byte[] content;

    Upload(String name, String contentType, byte[] content) {
      this.name = name;
      this.contentType = contentType;
      this.content = content;
    }

    public String name() {
      return name;
    }

    public String contentType() {
      return contentType;
    }

    public byte[] content() {
      return content.clone();
    }
  }

  private final Context context;
  private final Session session;
  private final Wording wording;
  private final AccessPolicy policy;
  private final Form form;

  Request(Context context, Session session, Wording wording, AccessPolicy policy) {
    this.context = context;
    this.session = session;
    this.wording = wording;
    this.policy = policy;
    this.form = new Form(wording, isPost() ? context.formParamMap() : Map.of());
  }

  /** Who is signed in, as the use cases know them. */
  public Actor actor() {
    return user().actor();
  }

  /** Who is signed in. */
  public User user() {
    return session.user().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
  }

  /** Who gives the command of the form, at most once for this form. */
  public Caller caller() {
    return Caller.of(actor()).once(form.once());
  }

  /** The same for a form that gives several commands, each under a name of its own. */
  public Caller caller(String part) {
    return Caller.of(actor()).once(form.once() + "/" + part);
  }

  /** Whether the user has the permission in general. */
  public boolean may(Permission permission) {
    return session.user().map(user -> policy.permits(user.actor(), permission)).orElse(false);
  }

  /** What was typed; a new, empty form when a page is only asked for. */
  public Form form() {
    return form;
  }

  /**
   * The identity in the address.
   *
   * @throws NoSuchPage when it is none
   */
  public <T> T id(String name, Function<UUID, T> type) {
    try {
      return type.apply(UUID.fromString(context.pathParam(name)));
    } catch (IllegalArgumentException e) {
      throw new NoSuchPage(e);
    }
  }

  /** A part of the address. */
  public String part(String name) {
    return context.pathParam(name);
  }

  /** A value of the address's question; empty when there is none. */
  public String query(String name) {
    String value = context.queryParam(name);
    return value == null ? "" : value.strip();
  }

  /** All values of that name in the address's question, without blanks. */
  public List<String> queries(String name) {
    return context.queryParams(name).stream().filter(value -> !value.isBlank()).toList();
  }

  /** The whole question of the address, for links that change a part of it. */
  public Map<String, List<String>> queries() {
    return new LinkedHashMap<>(context.queryParamMap());
  }

  /** A constant named in the address's question; empty when there is none of that name. */
  public <E extends Enum<E>> Optional<E> queryChoice(String name, Class<E> type) {
    String value = query(name);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  /** An identity in the address's question; empty when there is none. */
  public <T> Optional<T> queryId(String name, Function<UUID, T> type) {
    try {
      return query(name).isEmpty()
          ? Optional.empty()
          : Optional.of(type.apply(UUID.fromString(query(name))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The file that was chosen under that name. */
  public Optional<Upload> upload(String name) {
    UploadedFile file = context.uploadedFile(name);
    if (file == null || file.size() == 0) {
      return Optional.empty();
    }
    try (InputStream content = file.content()) {
      String type = file.contentType();
      return Optional.of(
          new Upload(
              file.filename(),
              type == null ? "application/octet-stream" : type,
              content.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Shows a message on the next page; the text is of the pages. */
  public void say(Flash.Tone tone, String key, Object... arguments) {
    session.say(new Flash(tone, wording.text(key, arguments)));
  }

  /** Says on the next page that something went well. */
  public void say(String key, Object... arguments) {
    say(Flash.Tone.GOOD, key, arguments);
  }

  /** A text of the pages, in the reader's language. */
  public String text(String key, Object... arguments) {
    return wording.text(key, arguments);
  }

  public Locale locale() {
    return wording.locale();
  }

  /** The address without its question. */
  public String path() {
    return context.path();
  }

  /** The address with its question. */
  public String address() {
    String query = context.queryString();
    return query == null ? path() : path() + "?" + query;
  }

  boolean dialog() {
    return "dialog-body".equals(context.header("HX-Target"));
  }

  boolean isPost() {
    return context.method().name().equals("POST");
  }

  Session session() {
    return session;
  }

  Wording wording() {
    return wording;
  }

  Context context() {
    return context;
  }
}
