package ro.parcurs.example;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ro.parcurs.crm.lead.usecase.ContinueRefresh;
import ro.parcurs.crm.lead.usecase.LeadRegistry;

/** The thread in which the check of all companies goes on, beside the pages. */
final class CompanyChecks implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CompanyChecks.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);

  private final LeadRegistry registry;
  private final Thread thread;

  private CompanyChecks(LeadRegistry registry) {
    this.registry = registry;
    this.thread = new Thread(this::work, "company-checks");
  }

  static CompanyChecks start(LeadRegistry registry) {
    CompanyChecks checks = new CompanyChecks(registry);
    checks.thread.setDaemon(true);
    checks.thread.start();
    return checks;
  }

  private void work() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(goOn().toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration goOn() {
    try {
      return registry.continueRefresh() == ContinueRefresh.Result.MORE ? Duration.ZERO : PAUSE;
    } catch (RuntimeException e) {
      LOG.warn("The check of companies goes on later", e);
      return AFTER_TROUBLE;
    }
  }

  /** What is under way is done again at the next start. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
