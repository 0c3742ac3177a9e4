package ro.parcurs.crm.adapter.registry;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.multibindings.OptionalBinder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ro.parcurs.crm.lead.usecase.CompanyRegistry;

/**
 * Company data by fiscal code: from the tax authority's public service, or from a file of companies
 * in the form of the national open data. Thread-safe.
 *
 * <pre>{@code
 * try (RegistryAdapter registry = RegistryAdapter.anaf(Anaf.defaults("Exemplu ERP/4.2"), clock)) {
 *   Injector injector = Guice.createInjector(new CrmModule(), registry.module(), …);
 *   …
 * }
 * }</pre>
 */
public final class RegistryAdapter implements AutoCloseable {

  /**
   * How the tax authority's service is asked (the synchronous service "PlatitorTvaRest", version
   * 9).
   *
   * @param service its address; http or https
   * @param userAgent who asks: the name of the product that embeds this and where its makers are
   *     found
   */
  public record Anaf(
      URI service,
      String userAgent,
      Pace pace,
      Patience patience,
      Keeping keeping,
      Breaker breaker) {

    /** Where the service stands. */
    public static final URI SERVICE =
        URI.create("https://webservicesp.anaf.ro/api/PlatitorTvaRest/v9/tva");

    private static final Pattern HEADER_TEXT = Pattern.compile("[!-~](?:[ -~]{0,198}[!-~])?");

    public Anaf {
      require(
          service.getHost() != null && Set.of("http", "https").contains(service.getScheme()),
          "not the address of a service: " + service);
      require(HEADER_TEXT.matcher(userAgent).matches(), "not a user agent: " + userAgent);
    }

    /** The service as it stands, at the pace that it asks for. */
    public static Anaf defaults(String userAgent) {
      return new Anaf(
          SERVICE, userAgent, Pace.DEFAULT, Patience.DEFAULT, Keeping.DEFAULT, Breaker.DEFAULT);
    }

    /** The same service at another address. */
    public Anaf at(URI address) {
      return new Anaf(address, userAgent, pace, patience, keeping, breaker);
    }

    /** The same at another pace. */
    public Anaf with(Pace other) {
      return new Anaf(service, userAgent, other, patience, keeping, breaker);
    }

    /** The same with other patience. */
    public Anaf with(Patience other) {
      return new Anaf(service, userAgent, pace, other, keeping, breaker);
    }

    /** The same with answers kept otherwise. */
    public Anaf with(Keeping other) {
      return new Anaf(service, userAgent, pace, patience, other, breaker);
    }

    /** The same with another breaker. */
    public Anaf with(Breaker other) {
      return new Anaf(service, userAgent, pace, patience, keeping, other);
    }
  }

  /**
   * How often the service is asked. It asks for at most one request a second from one client, so
   * processes that share an address on the Internet have to share that too.
   *
   * @param between the time between the end of a request of this process and the beginning of the
   *     next; from 1 ms
   * @param batch how many codes one request carries at most: 1 to 100, the service's limit
   * @param retries how often a request that failed is made again: 0 to 2
   * @param longestPause how long a pause that the service asks for is kept; a longer one is not
   *     waited for, the question is given up
   */
  public record Pace(Duration between, int batch, int retries, Duration longestPause) {

    /** What one request may carry. */
    public static final int MAX_BATCH = 100;

    /** What one question is worth. */
    public static final int MAX_RETRIES = 2;

    /** 1.1 s, 100 codes, two retries, pauses of up to 30 s. */
    public static final Pace DEFAULT =
        new Pace(Duration.ofMillis(1100), MAX_BATCH, MAX_RETRIES, Duration.ofSeconds(30));

    public Pace {
      require(between.compareTo(Duration.ofMillis(1)) >= 0, "a pace of " + between);
      require(batch >= 1 && batch <= MAX_BATCH, "batches of " + batch + " codes");
      require(retries >= 0 && retries <= MAX_RETRIES, retries + " retries");
      require(!longestPause.isNegative(), "a pause of " + longestPause);
    }
  }

  /**
   * How long anything may take.
   *
   * @param connecting to the service
   * @param call one whole request, from connecting to the last byte of the answer
   * @param asking how long whoever asks for one company waits at most; the question may go on
   *     without them. At most 3 s
   * @param bytes how long an answer may be
   */
  public record Patience(Duration connecting, Duration call, Duration asking, int bytes) {

    /** "Answers within three seconds whatever happens there." */
    public static final Duration MAX_ASKING = Duration.ofSeconds(3);

    /** 5 s, 10 s, 2.8 s, 4 MiB: a company takes about 3 kB. */
    public static final Patience DEFAULT =
        new Patience(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMillis(2800), 4 << 20);

    public Patience {
      require(isPositive(connecting), "connecting within " + connecting);
      require(isPositive(call), "a call within " + call);
      require(
          isPositive(asking) && asking.compareTo(MAX_ASKING) <= 0, "an answer within " + asking);
      require(bytes > 0, "an answer of " + bytes + " bytes");
    }
  }

  /**
   * How long answers are kept in memory.
   *
   * @param found a company that is there; at most a day
   * @param notFound that there is none; at most an hour, for it may have been registered since
   * @param companies how many answers of each kind at most
   */
  public record Keeping(Duration found, Duration notFound, int companies) {

    public static final Duration MAX_FOUND = Duration.ofHours(24);
    public static final Duration MAX_NOT_FOUND = Duration.ofHours(1);

    /** A day, ten minutes, 10,000 companies (about 20 MB). */
    public static final Keeping DEFAULT = new Keeping(MAX_FOUND, Duration.ofMinutes(10), 10_000);

    public Keeping {
      require(!found.isNegative() && found.compareTo(MAX_FOUND) <= 0, "kept for " + found);
      require(
          !notFound.isNegative() && notFound.compareTo(MAX_NOT_FOUND) <= 0, "kept for " + notFound);
      require(companies >= 0, companies + " companies kept");
    }
  }

  /**
   * When the service is left alone because it is out of order: whoever asks then is told so at
   * once.
   *
   * @param requests over how many of the last requests is judged; from 1
   * @param failed how many percent of them must have failed: 1 to 100
   * @param pause how long it is left alone before one request tries it again
   */
  public record Breaker(int requests, int failed, Duration pause) {

    /** Three one after another, for 30 s. */
    public static final Breaker DEFAULT = new Breaker(3, 100, Duration.ofSeconds(30));

    public Breaker {
      require(requests >= 1, "judged over " + requests + " requests");
      require(failed >= 1 && failed <= 100, failed + " percent");
      require(isPositive(pause), "a pause of " + pause);
    }
  }

  /**
   * A file of companies (see {@link #file}).
   *
   * @param companies the file
   * @param index where its index is kept; beside it, with {@code .index} at its end, unless said
   *     otherwise. Made anew whenever the file has changed
   */
  public record CompanyFile(Path companies, Path index) {

    /** With the index beside it. */
    public static CompanyFile at(Path companies) {
      return new CompanyFile(
          companies, companies.resolveSibling(companies.getFileName() + ".index"));
    }
  }

  /** The file of companies can't be used; the message says why. */
  public static final class UnusableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableFile(String message, Optional<? extends Throwable> cause) {
      super(message, cause.orElse(null));
    }
  }

  private final CompanyRegistry registry;
  private final Runnable closing;

  private RegistryAdapter(CompanyRegistry registry, Runnable closing) {
    this.registry = registry;
    this.closing = closing;
  }

  /**
   * The live service. Nothing is asked before somebody looks a company up.
   *
   * @param clock tells when an answer came
   */
  public static RegistryAdapter anaf(Anaf configuration, Clock clock) {
    AnafCompanyRegistry registry = new AnafCompanyRegistry(configuration, clock);
    return new RegistryAdapter(registry, registry::close);
  }

  /**
   * A file in the form in which the trade register's open data is published: UTF-8, a line for each
   * company, columns parted by {@code ^} and named in the first line, nothing quoted. Reading it
   * needs {@code CUI} and {@code DENUMIRE}; what other columns it has, it uses by their names (see
   * docs/registry.md). Columns that the open data hasn't got, such as VAT, may be added.
   *
   * <p>It is indexed here, once per file: some seconds for a million companies. Answers are as old
   * as the file is by its date of change.
   *
   * @throws UnusableFile when it isn't there or lacks a column
   */
  public static RegistryAdapter file(CompanyFile file) {
    return new RegistryAdapter(FileCompanyRegistry.open(file), () -> {});
  }

  /** The adapter of the port. */
  public CompanyRegistry registry() {
    return registry;
  }

  /** Connects the CRM to it. */
  public Module module() {
    return new AbstractModule() {
      @Override
      protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), CompanyRegistry.class)
            .setBinding()
            .toInstance(registry);
      }
    };
  }

  /** Stops asking; whoever still waits is told that the registry is out of reach. */
  @Override
  public void close() {
    closing.run();
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
