package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import java.util.List;
import ro.parcurs.crm.mail.FileName;
import ro.parcurs.crm.mail.MessageId;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.usecase.FileKind;

/** A row of {@code mail_message}, with the identity of its message. */
@SuppressWarnings("ArrayRecordComponent") // lives only between the driver and MailFile
record MailMessageRow(
    SendingId sending,
    MessageId messageId,
    Instant writtenAt,
    List<String> persons,
    String envelope,
    String plain,
    String html,
    FileKind fileKind,
    FileName fileName,
    byte[] file) {}
