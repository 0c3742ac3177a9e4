package ro.parcurs.crm.catalogue.usecase;

import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.money.VatRates;

/**
 * Keeps the VAT rates and their dates. It begins with {@link VatRates#romanian()}; writes happen
 * only inside a unit of work.
 */
public interface VatRateBook {

  /** What is in the book now. */
  Edition current();

  /**
   * Replaces everything that is in the book, provided that nobody has since it was read.
   *
   * @throws ConcurrentChange when somebody has
   */
  void save(Edition edition);

  /**
   * The rates at one moment.
   *
   * @param changed by whom last, and when; empty while they are those that the book began with
   */
  record Edition(VatRates rates, Optional<Stamp> changed, Version version) {

    /** What the book begins with. */
    public static final Edition FIRST =
        new Edition(VatRates.romanian(), Optional.empty(), new Version(1));

    public Edition {
      Objects.requireNonNull(rates, "rates");
      Objects.requireNonNull(changed, "changed");
      Objects.requireNonNull(version, "version");
    }
  }
}
