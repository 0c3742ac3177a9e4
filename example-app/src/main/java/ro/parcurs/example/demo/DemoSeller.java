package ro.parcurs.example.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.adapter.mail.document.OfferPdf.Logo;
import ro.parcurs.crm.adapter.mail.document.OfferPdf.Seller;
import ro.parcurs.crm.company.Address;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.company.Iban;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.company.PostalCode;
import ro.parcurs.crm.company.TradeRegisterNumber;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.company.VatStatus;
import ro.parcurs.crm.company.Website;
import ro.parcurs.crm.mail.Mailbox;

/** The company that the demo's people work for; it doesn't exist. */
public final class DemoSeller {

  private static final String LOGO = "logo.png";

  private DemoSeller() {}

  /** As its offers show it. */
  public static Seller seller() {
    CompanyProfile company =
        new CompanyProfile(
            Cui.of("99009009"),
            "Soare Demo Instalații SRL",
            new Address(
                County.SB,
                "Sibiu",
                Optional.of("Strada Zorilor 9"),
                Optional.of(PostalCode.of("550001"))),
            Optional.of(TradeRegisterNumber.of("J32/9009/2016")),
            Optional.of(VatStatus.declared(VatState.PAYER)),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Iban.of("RO07DEMO0000000000000099")),
            Optional.of(PhoneNumber.of("0700 000 999")),
            Optional.of(EmailAddress.of("oferte@soare-demo.example")),
            Optional.of(Website.of("www.soare-demo.example")));
    return new Seller(company, Optional.of("Banca Demo"), Optional.of(logo()));
  }

  /** Whom its mail is from. */
  public static Mailbox mailbox() {
    CompanyProfile company = seller().company();
    return new Mailbox(company.name(), company.email().orElseThrow());
  }

  private static Logo logo() {
    try (InputStream picture = DemoSeller.class.getResourceAsStream(LOGO)) {
      return Logo.of(Objects.requireNonNull(picture, LOGO).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
