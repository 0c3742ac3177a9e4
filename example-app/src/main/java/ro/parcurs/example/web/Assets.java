package ro.parcurs.example.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.zip.CRC32;

/**
 * The style sheets and scripts, all served from here and nothing else. Their addresses change with
 * their content, so browsers may keep them for ever.
 */
final class Assets {

  static final String ROOT = "/assets/";

  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  /** One file, in memory. */
  private static final class Asset {

    final String address;
    final String contentType;
    final byte[] content;

    Asset(String address, String contentType, byte[] content) {
      this.address = address;
      this.contentType = contentType;
      this.content = content;
    }
  }

  private final Map<String, Asset> assets = new HashMap<>();

  Assets() {
    String own = "/ro/parcurs/example/assets/";
    String css = "text/css; charset=utf-8";
    String script = "text/javascript; charset=utf-8";
    add("tabler.css", css, webjar("tabler__core") + "/dist/css/tabler.min.css");
    add("htmx.js", script, webjar("htmx.org") + "/dist/htmx.min.js");
    add("app.css", css, own + "app.css");
    add("app.js", script, own + "app.js");
    add("icon.svg", "image/svg+xml", own + "icon.svg");
  }

  /** Where the file is served. */
  String address(String name) {
    return get(name).address;
  }

  /** Answers with the file. */
  void serve(Context context) {
    Asset asset = assets.get(context.pathParam("name"));
    if (asset == null) {
      throw new NoSuchPage();
    }
    context.header("Cache-Control", FOR_EVER);
    context.contentType(asset.contentType).result(asset.content);
  }

  private Asset get(String name) {
    Asset asset = assets.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("no such asset: " + name);
    }
    return asset;
  }

  private void add(String name, String contentType, String resource) {
    byte[] content = content(resource);
    CRC32 sum = new CRC32();
    sum.update(content);
    String address = ROOT + name + "?v=" + Long.toHexString(sum.getValue());
    assets.put(name, new Asset(address, contentType, content));
  }

  private static String webjar(String artifact) {
    Properties properties = new Properties();
    String coordinates = "/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties";
    try (InputStream stream = open(coordinates)) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "/META-INF/resources/webjars/" + artifact + "/" + properties.getProperty("version");
  }

  private static byte[] content(String resource) {
    try (InputStream stream = open(resource)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    InputStream stream = Assets.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IllegalStateException("missing: " + resource);
    }
    return stream;
  }
}
