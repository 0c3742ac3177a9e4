package ro.parcurs.crm.catalogue.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.money.VatRates;
import ro.parcurs.crm.timeline.CatalogueEvent.VatRatesChanged;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.validation.ValidDecimal;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Replaces the VAT rates and their dates. Items keep the rate that they were given until somebody
 * gives them another.
 */
public final class SaveVatRates {

  public static final int MAX_PERIODS = 200;

  /**
   * @param seen the version that the author of the change has seen
   */
  public record Command(
      @NotNull Version seen,
      @NotNull @Size(min = 1, max = MAX_PERIODS) List<@NotNull @Valid Period> periods) {}

  /**
   * A rate and its dates, as entered.
   *
   * @param until the last day; missing while no end is known
   */
  public record Period(
      @NotBlank @PlainText(max = VatRate.MAX_CODE_LENGTH) @Nullable String code,
      @NotNull @ValidDecimal(ValidDecimal.Kind.PERCENTAGE) @Nullable BigDecimal percentage,
      boolean exempt,
      @NotNull @Nullable LocalDate from,
      @Nullable LocalDate until) {

    private VatRates.Period period() {
      return new VatRates.Period(
          new VatRate(
              Objects.requireNonNull(code),
              new Percentage(Objects.requireNonNull(percentage)),
              exempt),
          Objects.requireNonNull(from),
          Optional.ofNullable(until));
    }
  }

  /** The rates as they were left. */
  public record Result(Version version) {}

  private final Work work;
  private final Journal journal;
  private final VatRateBook book;
  private final AccessPolicy policy;

  @Inject
  public SaveVatRates(Work work, Journal journal, VatRateBook book, AccessPolicy policy) {
    this.work = work;
    this.journal = journal;
    this.book = book;
    this.policy = policy;
  }

  /**
   * @throws InvalidInput with every fault; {@code overlapping-periods}
   * @throws ConcurrentChange when they were changed since they were seen
   * @throws NotPermitted when the actor may not change the catalogue
   */
  public Result handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          policy.check(caller.actor(), Permission.CHANGE_CATALOGUE);
          Stamp by = journal.stamp(caller.actor());
          VatRateBook.Edition before = book.current();
          if (!before.version().equals(command.seen())) {
            throw new ConcurrentChange(Subject.VAT_RATE, "vat-rates", before.changed().orElse(by));
          }
          VatRates rates = rates(command.periods());
          if (rates.equals(before.rates())) {
            return new Result(before.version());
          }
          book.save(new VatRateBook.Edition(rates, Optional.of(by), before.version()));
          journal.write(by, new VatRatesChanged(rates.periods().size()));
          return new Result(before.version().next());
        });
  }

  private static VatRates rates(List<Period> periods) {
    List<VatRates.Period> sound = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      try {
        sound.add(periods.get(i).period());
      } catch (InvalidInput fault) {
        throw fault.within("periods[" + i + "]");
      }
    }
    return new VatRates(sound);
  }
}
