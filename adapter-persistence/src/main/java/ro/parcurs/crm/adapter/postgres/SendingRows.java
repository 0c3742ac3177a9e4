package ro.parcurs.crm.adapter.postgres;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.mail.Matter;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.offer.OfferId;

/** Between the rows of sendings and sendings. */
@Mapper(config = RowMapping.class)
interface SendingRows {

  @Mapping(target = "offer", source = "sending.matter")
  @Mapping(target = "responsibility", source = "meeting.responsibility")
  @Mapping(target = "meeting", source = "meeting.meeting")
  @Mapping(target = "meetingAt", source = "meeting.at")
  @Mapping(target = "method", source = "meeting.method")
  @Mapping(target = "sequence", source = "meeting.sequence")
  @Mapping(target = "fileSha256", source = "sending.file")
  @Mapping(target = "queuedBy", source = "sending.queued.by")
  @Mapping(target = "queuedByName", source = "sending.queued.name")
  @Mapping(target = "queuedAt", source = "sending.queued.at")
  SendingRow row(Sending sending, Matter.@Nullable OfMeeting meeting);

  default SendingRow row(Sending sending) {
    return row(sending, sending.matter() instanceof Matter.OfMeeting of ? of : null);
  }

  default @Nullable OfferId offer(Matter matter) {
    return matter instanceof Matter.OfOffer of ? of.offer() : null;
  }

  /** By hand, since what can become of a sending looks like setters. */
  default Sending sending(SendingRow row) {
    return new Sending(
        row.id(),
        row.lead(),
        row.pursuit(),
        matter(row),
        row.key(),
        row.messageId(),
        row.fileSha256(),
        row.state(),
        row.attempts(),
        row.due(),
        Optional.ofNullable(row.trouble()),
        Optional.ofNullable(row.answer()),
        row.since(),
        new Stamp(row.queuedBy(), row.queuedByName(), row.queuedAt()),
        row.version());
  }

  private static Matter matter(SendingRow row) {
    if (row.offer() != null) {
      return new Matter.OfOffer(row.offer());
    }
    return new Matter.OfMeeting(
        Objects.requireNonNull(row.responsibility()),
        Objects.requireNonNull(row.meeting()),
        Objects.requireNonNull(row.meetingAt()),
        Objects.requireNonNull(row.method()),
        Objects.requireNonNull(row.sequence()));
  }
}
