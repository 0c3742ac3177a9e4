package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventRecord;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.TimelineChain;
import ro.parcurs.crm.work.TimelineChain.Break;
import ro.parcurs.crm.work.TimelineChain.Tampering;

/** What every {@link TimelineChain} does. */
public abstract class TimelineChainContract extends PortContract {

  private static final Stamp STAMP =
      new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00.123456Z"));

  private final LeadId lead = new LeadId(newId());

  protected TimelineChainContract(Ports ports) {
    super(ports);
  }

  @Test
  void a_timeline_that_nobody_touched_is_whole() {
    tell(1);
    tell(2);
    inTransaction(
        () -> {
          tell(3);
          tell(4);
        });
    assertThat(chain().firstBreak(lead)).isEmpty();
  }

  @Test
  void a_lead_without_a_timeline_is_whole() {
    assertThat(chain().firstBreak(new LeadId(newId()))).isEmpty();
  }

  @Test
  void what_a_unit_of_work_forgot_leaves_no_break() {
    tell(1);
    try {
      inTransaction(
          () -> {
            tell(2);
            throw new IllegalStateException("half way");
          });
    } catch (IllegalStateException halfWay) {
      assertThat(halfWay).hasMessage("half way");
    }
    tell(3);
    assertThat(chain().firstBreak(lead)).isEmpty();
  }

  @Test
  void an_entry_that_the_log_does_not_know_is_found() {
    tell(1);
    TimelineEntry unlogged = entry(newId(), 2);
    inTransaction(() -> port(Timeline.class).append(unlogged));
    tell(3);
    assertThat(chain().firstBreak(lead)).contains(new Break(lead, 2, Tampering.INSERTED));
  }

  @Test
  void an_end_that_only_the_log_knows_is_found() {
    tell(1);
    inTransaction(() -> port(EventLog.class).append(record(entry(newId(), 2))));
    assertThat(chain().firstBreak(lead)).contains(new Break(lead, 2, Tampering.CUT_OFF));
  }

  @Test
  void an_entry_that_the_log_tells_otherwise_is_found() {
    tell(1);
    TimelineEntry told = entry(newId(), 2);
    EventRecord logged = record(entry(told.id().value(), 3));
    inTransaction(
        () -> {
          port(Timeline.class).append(told);
          port(EventLog.class).append(logged);
        });
    assertThat(chain().firstBreak(lead)).contains(new Break(lead, 2, Tampering.LOG_DIFFERS));
  }

  @Test
  void the_leads_are_given_page_by_page_each_once() {
    List<LeadId> written = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      LeadId other = new LeadId(newId());
      TimelineEntry entry =
          new TimelineEntry(
              new TimelineEntryId(newId()), other, Optional.empty(), STAMP, new LeadActivated(1));
      inTransaction(
          () -> {
            port(Timeline.class).append(entry);
            port(EventLog.class).append(record(entry));
          });
      written.add(other);
    }
    List<LeadId> read = new ArrayList<>();
    List<LeadId> page = chain().leads(Optional.empty(), 2);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(2);
      read.addAll(page);
      page = chain().leads(Optional.of(page.get(page.size() - 1)), 2);
    }
    assertThat(read).doesNotHaveDuplicates().containsAll(written);
  }

  private TimelineChain chain() {
    return port(TimelineChain.class);
  }

  private void tell(int number) {
    TimelineEntry entry = entry(newId(), number);
    inTransaction(
        () -> {
          port(Timeline.class).append(entry);
          port(EventLog.class).append(record(entry));
        });
  }

  private TimelineEntry entry(UUID id, int number) {
    return new TimelineEntry(
        new TimelineEntryId(id), lead, Optional.empty(), STAMP, new LeadActivated(number));
  }

  private static EventRecord record(TimelineEntry entry) {
    return new EventRecord(
        entry.id().value(),
        Optional.of(entry.lead()),
        entry.pursuit(),
        entry.stamp(),
        entry.event());
  }
}
