package ro.parcurs.crm.pursuit.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.Slice;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.Work;

/** Shows what happened to a lead, the newest first, page by page. */
public final class ShowTimeline {

  public static final int MAX_LIMIT = 200;

  /**
   * @param before where the page before ended; missing for the first page
   * @param limit how many entries at most
   */
  public record Query(
      @NotNull LeadId lead, @Nullable TimelineEntryId before, @Min(1) @Max(MAX_LIMIT) int limit) {}

  /**
   * @param next what the next page is before; empty on the last one
   */
  public record Page(List<TimelineEntry> entries, Optional<TimelineEntryId> next) {
    public Page {
      entries = List.copyOf(entries);
    }
  }

  private final Work work;
  private final LeadGate gate;
  private final Timeline timeline;

  @Inject
  public ShowTimeline(Work work, LeadGate gate, Timeline timeline) {
    this.work = work;
    this.gate = gate;
    this.timeline = timeline;
  }

  /**
   * @throws NotFound when there is no such lead
   * @throws NotPermitted when the actor may not see it
   */
  public Page handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          gate.check(actor, Permission.SEE_LEAD, query.lead());
          Slice<TimelineEntry> slice =
              Slice.of(
                  query.limit(),
                  limit -> timeline.of(query.lead(), Optional.ofNullable(query.before()), limit));
          return new Page(slice.rows(), slice.next(TimelineEntry::id));
        });
  }
}
