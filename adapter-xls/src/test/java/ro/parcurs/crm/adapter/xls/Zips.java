package ro.parcurs.crm.adapter.xls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes workbooks apart and puts them together otherwise. */
final class Zips {

  private Zips() {}

  static Map<String, byte[]> parts(byte[] zip) {
    try {
      Path file = Files.createTempFile("parcurs-", ".zip");
      Files.write(file, zip);
      Map<String, byte[]> parts = new LinkedHashMap<>();
      try (ZipFile opened = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(opened.entries())) {
          parts.put(entry.getName(), opened.getInputStream(entry).readAllBytes());
        }
      }
      Files.delete(file);
      return parts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] of(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] without(byte[] zip, String part) {
    Map<String, byte[]> parts = parts(zip);
    if (parts.remove(part) == null) {
      throw new AssertionError("no part " + part + " in " + parts.keySet());
    }
    return of(parts);
  }

  static byte[] with(byte[] zip, String part, byte[] content) {
    Map<String, byte[]> parts = parts(zip);
    parts.put(part, content);
    return of(parts);
  }

  static byte[] changed(byte[] zip, String part, UnaryOperator<String> change) {
    String before = new String(parts(zip).get(part), StandardCharsets.UTF_8);
    String after = change.apply(before);
    if (after.equals(before)) {
      throw new AssertionError("nothing was changed in " + before);
    }
    return with(zip, part, after.getBytes(StandardCharsets.UTF_8));
  }
}
