package ro.parcurs.crm.adapter.postgres;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.adapter.postgres.StoredLink.Logged;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.work.TimelineChain;

/**
 * Follows the chains in the table {@code timeline} from their beginnings, with {@code
 * timeline_head} and {@code event_log} telling how far they should go.
 */
final class PostgresTimelineChain implements TimelineChain {

  private static final int LINKS_AT_ONCE = 500;

  private final PostgresUnitOfWork unit;
  private final TimelineChainMapper mapper;
  private final Records records;

  PostgresTimelineChain(PostgresUnitOfWork unit, Records records) {
    this.unit = unit;
    this.mapper = unit.mapper(TimelineChainMapper.class);
    this.records = records;
  }

  @Override
  public List<LeadId> leads(Optional<LeadId> after, int limit) {
    records.write();
    return mapper.leads(after.orElse(null), limit);
  }

  @Override
  public Optional<Break> firstBreak(LeadId lead) {
    records.write();
    return unit.reading(() -> follow(lead));
  }

  private Optional<Break> follow(LeadId lead) {
    long place = 0;
    Sha256 last = ChainHead.NOTHING;
    for (StoredLink link : links(lead, 0)) {
      place++;
      if (!link.fits(place, last)) {
        return Optional.of(new Break(lead, place, tampering(link, place, last)));
      }
      if (link.logged() != Logged.SAME) {
        return Optional.of(
            new Break(
                lead,
                place,
                link.logged() == Logged.MISSING ? Tampering.INSERTED : Tampering.LOG_DIFFERS));
      }
      last = link.hash();
    }
    return atTheEnd(lead, place, last);
  }

  /** Why an entry that is the first to break the chain does so. */
  private Tampering tampering(StoredLink link, long place, Sha256 last) {
    boolean anyMissing = mapper.firstWithoutEntry(link.lead()) != null;
    if (link.place() == place) {
      if (link.logged() == Logged.MISSING) {
        return anyMissing ? Tampering.CHANGED : Tampering.INSERTED;
      }
      if (link.logged() == Logged.DIFFERENT) {
        return Tampering.CHANGED;
      }
    }
    for (StoredLink other : links(link.lead(), place)) {
      Sha256 here = other.hashAt(place, last);
      boolean moved = !other.id().equals(link.id()) || link.place() != place;
      if (moved && (here.equals(other.hash()) || here.equals(link.hash()))) {
        return Tampering.REORDERED;
      }
    }
    return anyMissing || link.place() != place ? Tampering.REMOVED : Tampering.CHANGED;
  }

  private Optional<Break> atTheEnd(LeadId lead, long length, Sha256 last) {
    Long missing = mapper.firstWithoutEntry(lead);
    if (missing != null) {
      return Optional.of(
          missing > length
              ? new Break(lead, length + 1, Tampering.CUT_OFF)
              : new Break(lead, missing, Tampering.REMOVED));
    }
    ChainHead head = mapper.head(lead);
    if (head == null ? length == 0 : head.equals(new ChainHead(lead, length, last))) {
      return Optional.empty();
    }
    return Optional.of(
        head != null && head.length() > length
            ? new Break(lead, length + 1, Tampering.CUT_OFF)
            : new Break(lead, Math.max(1, length), Tampering.HEAD_CHANGED));
  }

  /** The entries from a place on, a few at a time. */
  private Iterable<StoredLink> links(LeadId lead, long fromPlace) {
    return () ->
        new Iterator<>() {
          private List<StoredLink> page = mapper.links(lead, fromPlace, null, LINKS_AT_ONCE);
          private int next;

          @Override
          public boolean hasNext() {
            if (next == page.size() && next == LINKS_AT_ONCE) {
              StoredLink read = page.get(next - 1);
              page = mapper.links(lead, read.place(), read.id(), LINKS_AT_ONCE);
              next = 0;
            }
            return next < page.size();
          }

          @Override
          public StoredLink next() {
            return page.get(next++);
          }
        };
  }
}
