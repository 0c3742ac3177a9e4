package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.MessageId;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.SendingState;
import ro.parcurs.crm.mail.Trouble;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.ResponsibilityId;

/**
 * A row of {@code mail_sending}.
 *
 * @param offer what it is about, unless it is about a meeting
 * @param responsibility the meeting's, as are the columns after it
 */
record SendingRow(
    SendingId id,
    LeadId lead,
    PursuitId pursuit,
    @Nullable OfferId offer,
    @Nullable ResponsibilityId responsibility,
    @Nullable MeetingId meeting,
    @Nullable Instant meetingAt,
    @Nullable CalendarMethod method,
    @Nullable Integer sequence,
    String key,
    MessageId messageId,
    Sha256 fileSha256,
    SendingState state,
    int attempts,
    Instant due,
    @Nullable Trouble trouble,
    @Nullable String answer,
    Instant since,
    UserId queuedBy,
    String queuedByName,
    Instant queuedAt,
    Version version) {}
