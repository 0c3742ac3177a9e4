package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.digest.Digest;
import ro.parcurs.crm.file.Sha256;

/**
 * A row of {@code timeline} with its place in the chain of its lead.
 *
 * @param place from 1
 * @param previous the hash of the entry before
 */
record ChainedRow(TimelineRow entry, long place, Sha256 previous, Sha256 hash) {

  /** Changes when the form does; rows of an older form would keep theirs. */
  private static final String FORM = "parcurs timeline 1";

  /** The row that follows a head. */
  static ChainedRow after(ChainHead head, TimelineRow entry) {
    long place = head.length() + 1;
    return new ChainedRow(entry, place, head.hash(), hash(entry, place, head.hash()));
  }

  /** The end of the chain when this is its last row. */
  ChainHead head() {
    return new ChainHead(entry.lead(), place, hash);
  }

  /**
   * The SHA-256 of all that an entry says, its place and the hash before. Each part is a text with
   * its length before it; what is missing is a minus sign. The payload is in its canonical form,
   * the instant in microseconds since 1970.
   */
  static Sha256 hash(TimelineRow entry, long place, Sha256 previous) {
    StringBuilder form = new StringBuilder(512);
    part(FORM, form);
    part(previous.value(), form);
    part(String.valueOf(place), form);
    part(entry.lead().toString(), form);
    part(entry.id().toString(), form);
    part(entry.pursuit() == null ? null : entry.pursuit().toString(), form);
    part(entry.type(), form);
    part(CanonicalJson.of(entry.payload()), form);
    part(entry.changedBy().value(), form);
    part(entry.changedByName(), form);
    part(String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, entry.changedAt())), form);
    return Digest.of(form.toString());
  }

  private static void part(@Nullable String part, StringBuilder form) {
    if (part == null) {
      form.append('-');
    } else {
      CanonicalJson.text(part, form);
    }
  }
}
