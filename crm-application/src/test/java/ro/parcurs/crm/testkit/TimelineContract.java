package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferNumber;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.timeline.LeadEvent;
import ro.parcurs.crm.timeline.OfferChanged.OfferDrafted;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.Timeline;

/** What every {@link Timeline} does. */
public abstract class TimelineContract extends PortContract {

  private static final Instant NOON = Instant.parse("2026-11-24T10:00:00.123456789Z");

  private final LeadId lead = new LeadId(newId());

  protected TimelineContract(Ports ports) {
    super(ports);
  }

  @Test
  void an_entry_is_read_back_whole() {
    TimelineEntry entry =
        new TimelineEntry(
            new TimelineEntryId(newId()),
            lead,
            Optional.of(new PursuitId(newId())),
            new Stamp(new UserId("ștefan"), "Ștefan Țuțea – „ăâî”", NOON),
            new OfferDrafted(
                new OfferId(newId()),
                new OfferNumber(new DocumentNumber(Series.OFFER, 2026, 42), 2)));
    append(entry);
    assertThat(all()).containsExactly(entry);
  }

  @Test
  void an_entry_without_a_pursuit_is_read_back_without_one() {
    append(entry(1));
    assertThat(all().get(0).pursuit()).isEmpty();
  }

  @Test
  void the_newest_entry_stands_first_in_the_order_of_writing_even_at_one_instant() {
    List<TimelineEntry> entries = append(entry(1), entry(2), entry(3));
    entries.addAll(append(entry(4)));
    Collections.reverse(entries);
    assertThat(all()).containsExactlyElementsOf(entries);
  }

  @Test
  void only_the_entries_of_the_lead_are_given() {
    append(entry(1));
    assertThat(timeline().of(new LeadId(newId()), Optional.empty(), 10)).isEmpty();
  }

  @Test
  void the_list_can_be_read_in_pages() {
    List<TimelineEntry> entries = append(entry(1), entry(2), entry(3), entry(4), entry(5));
    Collections.reverse(entries);
    List<TimelineEntry> first = timeline().of(lead, Optional.empty(), 2);
    List<TimelineEntry> second = timeline().of(lead, Optional.of(first.get(1).id()), 2);
    List<TimelineEntry> third = timeline().of(lead, Optional.of(second.get(1).id()), 2);
    assertThat(first).containsExactlyElementsOf(entries.subList(0, 2));
    assertThat(second).containsExactlyElementsOf(entries.subList(2, 4));
    assertThat(third).containsExactlyElementsOf(entries.subList(4, 5));
    assertThat(timeline().of(lead, Optional.of(third.get(0).id()), 2)).isEmpty();
  }

  @Test
  void entries_of_several_leads_are_added_at_once_each_in_its_order() {
    TimelineEntry one = entry(1);
    TimelineEntry two = entry(2);
    TimelineEntry ofOther =
        new TimelineEntry(
            new TimelineEntryId(newId()),
            new LeadId(newId()),
            Optional.empty(),
            one.stamp(),
            new LeadActivated(7));
    inTransaction(() -> timeline().append(List.of(one, ofOther, two)));
    assertThat(all()).containsExactly(two, one);
    assertThat(timeline().of(ofOther.lead(), Optional.empty(), 10)).containsExactly(ofOther);
  }

  @Test
  void no_entries_are_added_without_harm() {
    inTransaction(() -> timeline().append(List.of()));
    assertThat(all()).isEmpty();
  }

  @Test
  void what_was_read_inside_a_unit_of_work_can_be_added_to_in_it() {
    TimelineEntry one = entry(1);
    TimelineEntry two = entry(2);
    inTransaction(
        () -> {
          timeline().append(one);
          assertThat(all()).containsExactly(one);
          timeline().append(two);
          assertThat(all()).containsExactly(two, one);
        });
    assertThat(all()).containsExactly(two, one);
  }

  @Test
  void two_units_of_work_that_write_on_one_lead_at_once_both_succeed() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    List<Thread> writers = new ArrayList<>();
    for (int i = 1; i <= 2; i++) {
      TimelineEntry first = entry(i);
      TimelineEntry second = entry(10 + i);
      writers.add(
          new Thread(
              () -> {
                try {
                  both.countDown();
                  inTransaction(
                      () -> {
                        timeline().append(first);
                        await(both);
                        timeline().append(second);
                      });
                } catch (RuntimeException | Error e) {
                  failures.add(e);
                }
              }));
    }
    for (Thread writer : writers) {
      writer.start();
    }
    for (Thread writer : writers) {
      writer.join(20_000);
    }
    assertThat(failures).isEmpty();
    assertThat(all()).hasSize(4);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void the_same_entry_is_not_added_twice() {
    TimelineEntry entry = entry(1);
    append(entry);
    assertThatThrownBy(() -> append(entry)).isInstanceOf(RuntimeException.class);
    assertThat(all()).containsExactly(entry);
  }

  private Timeline timeline() {
    return port(Timeline.class);
  }

  private List<TimelineEntry> all() {
    return timeline().of(lead, Optional.empty(), 10);
  }

  private List<TimelineEntry> append(TimelineEntry... entries) {
    inTransaction(() -> List.of(entries).forEach(timeline()::append));
    return new ArrayList<>(List.of(entries));
  }

  private TimelineEntry entry(int number) {
    LeadEvent event = new LeadActivated(number);
    return new TimelineEntry(
        new TimelineEntryId(newId()),
        lead,
        Optional.empty(),
        new Stamp(new UserId("ana"), "Ana", NOON),
        event);
  }
}
