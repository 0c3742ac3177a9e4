package ro.parcurs.crm;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.message.Messages;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.TimeOrderedIds;
import ro.parcurs.crm.work.Work;

/**
 * Wires the use cases. The driven ports are bound by the adapters' modules beside it; this one
 * needs all of them and brings only the clock, the ids and the default access policy.
 */
public final class CrmModule extends AbstractModule {

  /** Where the company is; "today" is today there. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

  private static final List<Class<?>> KERNEL =
      List.of(CommandValidator.class, Work.class, Journal.class, Messages.class, Crm.class);

  private final Clock clock;
  private final Ids ids;
  private final AccessPolicy policy;

  /** With the system's clock, time-ordered ids and the default access policy. */
  public CrmModule() {
    this(Clock.system(ZONE), new TimeOrderedIds(), new DefaultAccessPolicy());
  }

  /**
   * @param clock its zone decides what "today" is
   */
  public CrmModule(Clock clock, Ids ids, AccessPolicy policy) {
    this.clock = clock;
    this.ids = ids;
    this.policy = policy;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    binder().requireAtInjectOnConstructors();
    binder().disableCircularProxies();
    bind(Clock.class).toInstance(clock);
    bind(Ids.class).toInstance(ids);
    bind(AccessPolicy.class).toInstance(policy);
    KERNEL.forEach(type -> bind(type).in(Scopes.SINGLETON));
  }
}
