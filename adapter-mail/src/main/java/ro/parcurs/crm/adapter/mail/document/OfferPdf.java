package ro.parcurs.crm.adapter.mail.document;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.multibindings.OptionalBinder;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.offer.usecase.OfferDocuments;

/**
 * Offers as PDF: tagged A4 pages (PDF/UA-1) with their fonts inside, made from a template of HTML
 * and CSS that can be replaced (see docs/offer-document.md). Thread-safe.
 *
 * <pre>{@code
 * OfferPdf documents = OfferPdf.of(new Seller(company, Optional.of("Banca Exemplu"), Optional.of(logo)));
 * Injector injector = Guice.createInjector(new CrmModule(), documents.module(), …);
 * }</pre>
 */
public final class OfferPdf {

  /**
   * Who makes the offers.
   *
   * @param bank where the company's account is
   * @param logo shown in place of the company's name
   */
  public record Seller(CompanyProfile company, Optional<String> bank, Optional<Logo> logo) {

    public Seller {
      Objects.requireNonNull(company, "company");
      Objects.requireNonNull(bank, "bank");
      Objects.requireNonNull(logo, "logo");
    }

    /** Without a bank and a logo. */
    public static Seller of(CompanyProfile company) {
      return new Seller(company, Optional.empty(), Optional.empty());
    }
  }

  /** A picture; immutable. */
  public static final class Logo {

    /** A megabyte: it is in every document. */
    public static final int MAX_BYTES = 1 << 20;

    /** Pixels in one direction; on paper it is a few centimetres wide. */
    public static final int MAX_PIXELS = 4000;

    private final Picture picture;

    private Logo(Picture picture) {
      this.picture = picture;
    }

    /**
     * Takes a PNG or a JPEG.
     *
     * @throws IllegalArgumentException when it is something else, can't be read, or is greater than
     *     {@link #MAX_BYTES} or {@link #MAX_PIXELS}
     */
    public static Logo of(byte[] file) {
      return new Logo(Picture.of(file));
    }

    String address() {
      return picture.address();
    }
  }

  /**
   * What documents are made from.
   *
   * @param html well-formed XHTML without a DOCTYPE, with places for what the offer says: Mustache
   * @param css CSS 2.1 with paged media, without places; nothing is loaded from it but {@code
   *     data:}
   */
  public record Template(String html, String css) {

    public Template {
      Objects.requireNonNull(html, "html");
      Objects.requireNonNull(css, "css");
    }

    /** The one that comes with the adapter, a beginning for others. */
    public static Template usual() {
      return new Template(Resources.text("offer.html"), Resources.text("offer.css"));
    }
  }

  /** A template can't be used; the message says why and where. */
  public static final class UnusableTemplate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableTemplate(String message, Throwable cause) {
      super(message, cause);
    }

    UnusableTemplate(String message) {
      super(message);
    }
  }

  private final Supplier<Seller> seller;
  private final OfferDocuments documents;

  private OfferPdf(Supplier<Seller> seller, OfferTemplate template) {
    this.seller = seller;
    this.documents = new PdfOfferDocuments(seller, template);
  }

  /** Documents of one seller, from the usual template. */
  public static OfferPdf of(Seller seller) {
    return of(() -> seller);
  }

  /**
   * Documents of whoever sells, from the usual template.
   *
   * @param seller asked for each document, inside the unit of work or the company that the document
   *     is made in; so an ERP of several companies gives the one that it works for
   */
  public static OfferPdf of(Supplier<Seller> seller) {
    return new OfferPdf(seller, OfferTemplate.of(Template.usual()));
  }

  /**
   * The same from another template, which is tried here on an offer of everything.
   *
   * @throws UnusableTemplate when it can't be read, or names what isn't there
   */
  public OfferPdf with(Template template) {
    return new OfferPdf(seller, OfferTemplate.of(template));
  }

  /** The adapter of the port. */
  public OfferDocuments documents() {
    return documents;
  }

  /** Connects the CRM to it. */
  public Module module() {
    return new AbstractModule() {
      @Override
      protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), OfferDocuments.class)
            .setBinding()
            .toInstance(documents);
      }
    };
  }
}
