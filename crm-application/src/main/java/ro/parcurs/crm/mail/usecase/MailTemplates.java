package ro.parcurs.crm.mail.usecase;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.mail.MailTemplate;

/**
 * Keeps what messages with offers begin as, in both languages. It begins with {@link
 * Edition#FIRST}; writes happen only inside a unit of work.
 */
public interface MailTemplates {

  /** What is kept now. */
  Edition current();

  /**
   * Replaces both, provided that nobody has since they were read.
   *
   * @throws ConcurrentChange when somebody has
   */
  void save(Edition edition);

  /**
   * The templates at one moment.
   *
   * @param changed by whom last, and when; empty while they are those that it began with
   */
  record Edition(
      MailTemplate romanian, MailTemplate english, Optional<Stamp> changed, Version version) {

    /** What it begins with. */
    public static final Edition FIRST =
        new Edition(
            new MailTemplate(
                "Oferta {number} pentru {client}",
                """
                Bună ziua,

                Vă trimitem atașată oferta {number}, în valoare de {total} cu TVA. Este valabilă până la {validUntil}.

                Vă stăm la dispoziție pentru orice întrebare.

                Cu stimă,
                {sender}
                """),
            new MailTemplate(
                "Offer {number} for {client}",
                """
                Hello,

                Please find attached our offer {number}, which comes to {total} including VAT. It is valid until {validUntil}.

                We are glad to answer your questions.

                Kind regards,
                {sender}
                """),
            Optional.empty(),
            Version.NEW);

    public Edition {
      Objects.requireNonNull(romanian, "romanian");
      Objects.requireNonNull(english, "english");
      Objects.requireNonNull(changed, "changed");
      Objects.requireNonNull(version, "version");
    }

    /** The one in the language; Romanian for all but English. */
    public MailTemplate in(Locale language) {
      return language.getLanguage().equals("en") ? english : romanian;
    }
  }
}
