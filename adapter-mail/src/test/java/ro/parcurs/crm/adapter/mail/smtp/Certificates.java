package ro.parcurs.crm.adapter.mail.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of a server, for a name. */
final class Certificates {

  private static final String PASSWORD = "changeit";
  private static final String SERVER = "server";
  private static final String AUTHORITY = "authority";

  private final KeyStore keys;

  /** Whom one believes who believes this certificate. */
  private final String believed;

  private Certificates(KeyStore keys, String believed) {
    this.keys = keys;
    this.believed = believed;
  }

  /** One that the server made for itself. */
  static Certificates of(String host) {
    return made(SERVER, keys -> keys.generate(SERVER, "CN=" + host, "-ext", "san=dns:" + host));
  }

  /** One of an authority, valid until five days ago. */
  static Certificates expired(String host) {
    return issued(host, "-10d", 5);
  }

  /** One of an authority, valid from tomorrow on. */
  static Certificates early(String host) {
    return issued(host, "+1d", 2);
  }

  /** One of an authority, valid now. */
  static Certificates issued(String host) {
    return issued(host, "-1d", 2);
  }

  private static Certificates issued(String host, String from, int days) {
    return made(
        AUTHORITY,
        keys -> {
          keys.generate(AUTHORITY, "CN=Autoritatea Exemplu", "-ext", "bc:c", "-startdate", "-20d");
          keys.generate(SERVER, "CN=" + host);
          keys.run("-certreq", "-alias", SERVER, "-file", keys.file("request"));
          keys.run(
              "-gencert",
              "-alias",
              AUTHORITY,
              "-infile",
              keys.file("request"),
              "-outfile",
              keys.file("certificate"),
              "-ext",
              "san=dns:" + host,
              "-startdate",
              from,
              "-validity",
              Integer.toString(days));
          keys.run("-importcert", "-alias", SERVER, "-file", keys.file("certificate"));
        });
  }

  /** What the server proves itself with. */
  SSLContext server() {
    try {
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Believes this certificate, or its authority, and no other. */
  SSLContext client() {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry(believed, keys.getCertificate(believed));
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Certificates made(String believed, Steps steps) {
    try {
      Path directory = Files.createTempDirectory("certificates");
      try {
        Keytool keytool = new Keytool(directory);
        steps.take(keytool);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(Path.of(keytool.file("keys.p12")))) {
          keys.load(stream, PASSWORD.toCharArray());
        }
        return new Certificates(keys, believed);
      } finally {
        try (Stream<Path> files = Files.walk(directory)) {
          files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
      }
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How a store of keys is made. */
  private interface Steps {
    void take(Keytool keytool) throws IOException, InterruptedException;
  }

  /** The JDK's own program for keys, on a store of its own. */
  private record Keytool(Path directory) {

    String file(String name) {
      return directory.resolve(name).toString();
    }

    void generate(String alias, String name, String... more)
        throws IOException, InterruptedException {
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  "-genkeypair",
                  "-alias",
                  alias,
                  "-keyalg",
                  "EC",
                  "-dname",
                  name,
                  "-validity",
                  "60"));
      arguments.addAll(List.of(more));
      run(arguments.toArray(String[]::new));
    }

    void run(String... arguments) throws IOException, InterruptedException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
      command.addAll(List.of(arguments));
      command.addAll(
          List.of("-storetype", "PKCS12", "-keystore", file("keys.p12"), "-storepass", PASSWORD));
      Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    }
  }
}
