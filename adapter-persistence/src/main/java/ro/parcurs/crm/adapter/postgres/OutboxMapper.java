package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.pursuit.ResponsibilityId;

interface OutboxMapper {

  /** No row when there is one under the same key or identity. */
  int insert(@Param("row") SendingRow row);

  void insertMessage(@Param("row") MailMessageRow row);

  /** No row when it has another version by now. */
  int update(@Param("row") SendingRow row);

  void deleteMessage(@Param("sending") SendingId sending);

  @Nullable SendingRow find(@Param("id") SendingId id);

  @Nullable SendingId existing(@Param("key") String key);

  @Nullable StampRow findStamp(@Param("id") SendingId id);

  @Nullable String findEnvelope(@Param("sending") SendingId sending);

  @Nullable MailMessageRow findMessage(@Param("sending") SendingId sending);

  /** The one queued last first. */
  List<SendingRow> ofOffer(@Param("offer") OfferId offer);

  /** The one queued last first. */
  List<SendingRow> ofResponsibility(@Param("responsibility") ResponsibilityId responsibility);

  /** The one queued first first. */
  List<SendingRow> ofPerson(@Param("lead") LeadId lead, @Param("person") ContactPersonId person);

  /** Passes over those that others have locked. */
  @Nullable SendingRow lockDue(@Param("now") Instant now);

  @Nullable TemplateRow templates();

  /** No row when there is one already. */
  int insertTemplates(@Param("row") TemplateRow row);

  /** No row when it has another version by now. */
  int updateTemplates(@Param("row") TemplateRow row);

  /** The row of {@code mail_template}. */
  record TemplateRow(
      String romanian,
      String english,
      Version version,
      UserId changedBy,
      String changedByName,
      Instant changedAt) {}
}
