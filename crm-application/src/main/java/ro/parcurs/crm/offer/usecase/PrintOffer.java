package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.offer.DocumentsNotConnected;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.work.Work;

/**
 * Makes the document of one revision of an offer, in any state; what was never finalised is marked
 * as a draft. Whoever may see the offer may have it.
 */
public final class PrintOffer {

  /**
   * @param language of the document, whatever the actor speaks; Romanian or English
   */
  public record Query(@NotNull OfferId offer, @NotNull Locale language) {}

  private static final int MAX_CLIENT_IN_NAME = 60;
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\\\/:*?\"<>|]+");

  /** A document, and what it is of. */
  record Printed(OfferView offer, OfferDocument document) {}

  private record Paper(OfferView offer, CompanyProfile client) {}

  private final Work work;
  private final ShowOffer show;
  private final Leads leads;
  private final Wording wording;
  private final Optional<OfferDocuments> documents;

  @Inject
  public PrintOffer(
      Work work, ShowOffer show, Leads leads, Wording wording, Optional<OfferDocuments> documents) {
    this.work = work;
    this.show = show;
    this.leads = leads;
    this.wording = wording;
    this.documents = documents;
  }

  /**
   * @throws DocumentsNotConnected when nothing is there that makes documents
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not see its lead
   */
  public OfferDocument handle(Actor actor, Query query) {
    return print(actor, query, query.offer(), query.language()).document();
  }

  /**
   * The same, with the offer as it was printed.
   *
   * @param asked the query or command for which it is printed, which is checked first
   */
  Printed print(Actor actor, Object asked, OfferId offer, Locale language) {
    OfferDocuments printer = documents.orElseThrow(DocumentsNotConnected::new);
    Paper paper = work.reading(asked, () -> paper(actor, offer));
    return new Printed(
        paper.offer(),
        OfferDocument.of(
            fileName(paper, language), printer.pdf(paper.offer(), paper.client(), language)));
  }

  private Paper paper(Actor actor, OfferId id) {
    OfferView offer = show.handle(actor, new ShowOffer.Query(id));
    return new Paper(offer, leads.get(offer.lead()).company());
  }

  /** Without what some file system refuses, and not longer than one takes. */
  private String fileName(Paper paper, Locale language) {
    String name =
        wording.text(
            "document.file-name",
            Map.of(
                "number", paper.offer().number().toString().replace('/', '-'),
                "client", begin(paper.client().name())),
            language);
    return UNFIT.matcher(name).replaceAll(" ").replaceAll("\\s+", " ").replaceAll("[ .]+$", "")
        + ".pdf";
  }

  private static String begin(String name) {
    return name.codePoints()
        .limit(MAX_CLIENT_IN_NAME)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
