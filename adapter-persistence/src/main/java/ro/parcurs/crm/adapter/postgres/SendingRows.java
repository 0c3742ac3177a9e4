package ro.parcurs.crm.adapter.postgres;

import java.util.Optional;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.mail.Sending;

/** Between the rows of sendings and sendings. */
@Mapper(config = RowMapping.class)
interface SendingRows {

  @Mapping(target = "fileSha256", source = "file")
  @Mapping(target = "queuedBy", source = "queued.by")
  @Mapping(target = "queuedByName", source = "queued.name")
  @Mapping(target = "queuedAt", source = "queued.at")
  SendingRow row(Sending sending);

  /** By hand, since what can become of a sending looks like setters. */
  default Sending sending(SendingRow row) {
    return new Sending(
        row.id(),
        row.lead(),
        row.pursuit(),
        row.offer(),
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
}
