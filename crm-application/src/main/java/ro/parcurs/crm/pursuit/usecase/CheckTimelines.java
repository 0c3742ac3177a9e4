package ro.parcurs.crm.pursuit.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.work.TimelineChain;
import ro.parcurs.crm.work.Work;

/** Checks whether the timelines of all leads are as they were written, page by page. */
public final class CheckTimelines {

  public static final int MAX_LEADS = 500;

  /**
   * @param after where the page before ended; missing for the first page
   * @param leads how many leads at most
   */
  public record Query(@Nullable LeadId after, @Min(1) @Max(MAX_LEADS) int leads) {}

  /**
   * @param checked how many leads were checked
   * @param breaks the first broken place of each timeline that isn't whole
   * @param next what the next page comes after; empty on the last one
   */
  public record Page(int checked, List<TimelineChain.Break> breaks, Optional<LeadId> next) {
    public Page {
      breaks = List.copyOf(breaks);
    }
  }

  private final Work work;
  private final AccessPolicy policy;
  private final TimelineChain chain;

  @Inject
  public CheckTimelines(Work work, AccessPolicy policy, TimelineChain chain) {
    this.work = work;
    this.policy = policy;
    this.chain = chain;
  }

  /**
   * @throws NotPermitted when the actor may not check them
   */
  public Page handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          policy.check(actor, Permission.CHECK_TIMELINES);
          List<LeadId> leads = chain.leads(Optional.ofNullable(query.after()), query.leads());
          return new Page(
              leads.size(),
              leads.stream().flatMap(lead -> chain.firstBreak(lead).stream()).toList(),
              leads.size() < query.leads()
                  ? Optional.empty()
                  : Optional.of(leads.get(leads.size() - 1)));
        });
  }
}
