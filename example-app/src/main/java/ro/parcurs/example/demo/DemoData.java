package ro.parcurs.example.demo;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Module;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadQueries;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.TimeOrderedIds;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Fills an empty database with a catalogue and forty companies, some in every step. All of it is
 * done by the use cases, as if the users had done it in the past weeks, and in one unit of work:
 * when the program is stopped in the middle, nothing is there, and the next start tries again.
 */
public final class DemoData {

  private static final int CATALOGUE_DAYS_AGO = 100;
  private static final UserId MANAGER = new UserId("dan.munteanu");
  private static final UserId ADMINISTRATOR = new UserId("elena.vasile");

  private final Users users;
  private final LocalDate today;
  private final StoryClock clock;
  private final Crm crm;

  private DemoData(Module storage, Users users, Clock present) {
    this.users = users;
    this.today = LocalDate.now(present);
    this.clock = new StoryClock(CrmModule.ZONE, present.instant());
    this.crm =
        Guice.createInjector(
                new CrmModule(clock, new TimeOrderedIds(), new DefaultAccessPolicy()),
                storage,
                new AbstractModule() {
                  @Override
                  protected void configure() {
                    bind(Users.class).toInstance(users);
                  }
                })
            .getInstance(Crm.class);
  }

  /**
   * Fills the storage, unless there are leads in it.
   *
   * @param users the demo company's
   * @param present where the story ends
   * @return whether it was filled
   */
  public static boolean fillIfEmpty(PostgresAdapter storage, Users users, Clock present) {
    return storage
        .port(UnitOfWork.class)
        .inTransaction(
            () -> {
              if (!isEmpty(storage, present)) {
                return false;
              }
              new DemoData(storage.module(), users, present).fill();
              return true;
            });
  }

  private static boolean isEmpty(PostgresAdapter storage, Clock present) {
    return storage
        .port(LeadQueries.class)
        .count(LeadScope.ALL, LeadFilter.ALL, present.instant())
        .isZero();
  }

  private void fill() {
    clock.stand(
        today.minusDays(CATALOGUE_DAYS_AGO).atTime(8, 0).atZone(CrmModule.ZONE).toInstant());
    Map<String, ItemId> items = new DemoCatalogue(crm, Caller.of(users.get(ADMINISTRATOR))).fill();
    List<Tale.Scene> scenes = new ArrayList<>();
    List<Actor> agents = agents();
    int next = 0;
    for (DemoCompany company : DemoCompany.all()) {
      Actor salesperson =
          company
              .owner()
              .map(owner -> users.get(new UserId(owner)))
              .orElse(agents.get(next++ % agents.size()));
      scenes.addAll(new Tale(company, crm, items, salesperson, users.get(MANAGER), today).scenes());
    }
    scenes.sort(Comparator.comparing(Tale.Scene::at));
    for (Tale.Scene scene : scenes) {
      clock.stand(scene.at());
      scene.happens().run();
    }
  }

  private List<Actor> agents() {
    return users.list().stream().filter(user -> user.is(Role.AGENT)).toList();
  }
}
