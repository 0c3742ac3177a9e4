package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.RegistryRefreshes.Target;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Goes on with the refresh that is running, by fifty leads. The embedding application calls it
 * again and again from a thread of its own: at once while there is {@link Result#MORE}, else from
 * time to time. However many call it, one is at it; when one is lost in the middle, another goes on
 * two minutes later, and what was done already is done once more without harm; whoever then comes
 * back late has nothing more to say.
 *
 * <p>While the registry is out of order nothing is counted as failed: it waits and tries the same
 * leads again.
 */
public final class ContinueRefresh {

  /** What is to be done next. */
  public enum Result {
    /** There are more leads to ask about. */
    MORE,
    /** The registry is out of order, or somebody else is at it. */
    LATER,
    /** No refresh is running. */
    NOTHING
  }

  /**
   * "Within the pace", half of what the registry answers at once: that takes it about a second, so
   * that whoever sits before a form meanwhile gets their turn and their answer in time.
   */
  public static final int BATCH = 50;

  private static final Logger LOG = LoggerFactory.getLogger(ContinueRefresh.class);

  /** Longer than a batch takes: a minute for the registry, seconds for the store. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** How long the registry is left alone when it is out of order. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final UnitOfWork unitOfWork;
  private final RegistryRefreshes refreshes;
  private final Leads leads;
  private final CompanyRegistry registry;
  private final CheckCompany check;
  private final Clock clock;

  @Inject
  public ContinueRefresh(
      UnitOfWork unitOfWork,
      RegistryRefreshes refreshes,
      Leads leads,
      CompanyRegistry registry,
      CheckCompany check,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.refreshes = refreshes;
    this.leads = leads;
    this.registry = registry;
    this.check = check;
    this.clock = clock;
  }

  /** The refresh in hand and the leads to ask about. */
  private record Portion(RegistryRefresh refresh, List<Target> targets) {}

  /** What became of one lead. */
  private enum Outcome {
    SAME,
    CHANGED,
    FAILED
  }

  /** Nobody is asked for permission: who started the refresh had it. */
  public Result handle() {
    Optional<RegistryRefresh> running =
        unitOfWork.reading(refreshes::findNewest).filter(RegistryRefresh::isRunning);
    if (running.isEmpty()) {
      return Result.NOTHING;
    }
    Optional<Portion> portion = take();
    if (portion.isEmpty()) {
      return Result.LATER;
    }
    if (portion.get().targets().isEmpty()) {
      return Result.NOTHING;
    }
    return go(portion.get());
  }

  /** Takes the refresh in hand; empty when somebody else has it. */
  private Optional<Portion> take() {
    try {
      return unitOfWork.inTransaction(
          () -> {
            Instant now = clock.instant();
            Optional<RegistryRefresh> free =
                refreshes
                    .findNewest()
                    .filter(refresh -> refresh.isRunning() && !refresh.isBusy(now));
            return free.map(
                refresh -> {
                  List<Target> targets = refreshes.activeLeads(refresh.cursor(), BATCH);
                  refreshes.save(
                      targets.isEmpty()
                          ? refresh.ended(RefreshState.DONE)
                          : refresh.busyUntil(Optional.of(now.plus(LEASE))));
                  return new Portion(refresh, targets);
                });
          });
    } catch (ConcurrentChange lost) {
      return Optional.empty();
    }
  }

  private Result go(Portion portion) {
    Map<Cui, RegistryAnswer> answers =
        registry.lookUpAll(portion.targets().stream().map(Target::cui).collect(Collectors.toSet()));
    if (answers.containsValue(new RegistryAnswer.NotConnected())) {
      put(portion, refresh -> refresh.ended(RefreshState.CANCELLED));
      return Result.NOTHING;
    }
    if (answers.values().stream().anyMatch(ContinueRefresh::isTrouble)) {
      put(portion, refresh -> refresh.busyUntil(Optional.of(clock.instant().plus(PAUSE))));
      return Result.LATER;
    }
    List<Outcome> outcomes =
        portion.targets().stream()
            .map(target -> outcome(portion.refresh(), target, answers.get(target.cui())))
            .toList();
    put(
        portion,
        refresh ->
            refresh.advanced(
                portion.targets().get(portion.targets().size() - 1).lead(),
                outcomes.size(),
                count(outcomes, Outcome.CHANGED),
                count(outcomes, Outcome.FAILED)));
    return Result.MORE;
  }

  /** Whether it says nothing of the company, but of the registry. */
  private static boolean isTrouble(RegistryAnswer answer) {
    return answer instanceof RegistryAnswer.Unavailable
        || answer instanceof RegistryAnswer.Blocked
        || answer instanceof RegistryAnswer.RateLimited;
  }

  private Outcome outcome(RegistryRefresh refresh, Target target, @Nullable RegistryAnswer answer) {
    if (!(answer instanceof RegistryAnswer.Found found)) {
      return Outcome.FAILED;
    }
    try {
      return apply(refresh, target, found.company());
    } catch (NotFound gone) {
      return Outcome.SAME;
    } catch (ConcurrentChange first) {
      return applyAgain(refresh, target, found.company());
    }
  }

  private Outcome applyAgain(RegistryRefresh refresh, Target target, RegistryEntry entry) {
    try {
      return apply(refresh, target, entry);
    } catch (NotFound | ConcurrentChange busy) {
      LOG.info("Lead {} is being changed; its company is checked the next time", target.lead());
      return Outcome.FAILED;
    }
  }

  private Outcome apply(RegistryRefresh refresh, Target target, RegistryEntry entry) {
    return unitOfWork.inTransaction(
        () -> {
          Lead lead = leads.get(target.lead());
          Stamp started = refresh.started();
          Stamp by = new Stamp(started.by(), started.name(), clock.instant());
          return check.apply(lead, entry, by) > 0 ? Outcome.CHANGED : Outcome.SAME;
        });
  }

  private static long count(List<Outcome> outcomes, Outcome which) {
    return outcomes.stream().filter(which::equals).count();
  }

  /**
   * Changes the refresh as it stands now; whoever cancelled it meanwhile has their way, and where
   * somebody else has done the portion meanwhile, nothing is changed.
   */
  private void put(Portion portion, UnaryOperator<RegistryRefresh> change) {
    try {
      putOnce(portion, change);
    } catch (ConcurrentChange cancelled) {
      putOnce(portion, change);
    }
  }

  private void putOnce(Portion portion, UnaryOperator<RegistryRefresh> change) {
    unitOfWork.inTransaction(
        () -> {
          refreshes
              .findNewest()
              .filter(newest -> newest.id().equals(portion.refresh().id()))
              .filter(newest -> newest.cursor().equals(portion.refresh().cursor()))
              .ifPresent(newest -> refreshes.save(change.apply(newest)));
          return true;
        });
  }
}
