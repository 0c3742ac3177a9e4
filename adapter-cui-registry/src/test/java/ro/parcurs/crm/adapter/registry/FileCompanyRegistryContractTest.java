package ro.parcurs.crm.adapter.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.CompanyFile;
import ro.parcurs.crm.company.CaenCode;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.Iban;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.company.PostalCode;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.company.TradeRegisterNumber;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.lead.usecase.CompanyRegistry;
import ro.parcurs.crm.lead.usecase.Registration;
import ro.parcurs.crm.lead.usecase.RegistryAddress;
import ro.parcurs.crm.lead.usecase.RegistryEntry;
import ro.parcurs.crm.lead.usecase.RegistryVat;
import ro.parcurs.crm.testkit.CompanyRegistryContract;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.Ports;

/** The contract of the port, kept by a file. */
class FileCompanyRegistryContractTest extends CompanyRegistryContract {

  private static final Instant AS_OF = Instant.parse("2026-09-02T06:00:00Z");
  private static final Cui KNOWN = Cuis.next();
  private static final Cui BARELY = Cuis.next();

  /** The file grows, its index goes, it goes itself. */
  private static final int WAYS_TO_FAIL = 3;

  private final CompanyFile file;
  private int failed;

  FileCompanyRegistryContractTest() {
    super(new Opened());
    file = port(CompanyFile.class);
  }

  /** A file and the registry that it makes. */
  private static final class Opened implements Ports {

    private final CompanyFile file = written();
    private final CompanyRegistry registry = RegistryAdapter.file(file).registry();

    @Override
    public <P> P port(Class<P> port) {
      return port.cast(port == CompanyFile.class ? file : registry);
    }
  }

  private static CompanyFile written() {
    try {
      Path companies = Files.createTempFile("companies", ".csv");
      Files.writeString(
          companies,
          "DENUMIRE^CUI^COD_INMATRICULARE^DATA_INMATRICULARE^FORMA_JURIDICA^ADR_JUDET"
              + "^ADR_LOCALITATE^ADR_DEN_STRADA^ADR_COD_POSTAL^PLATITOR_TVA^STARE^STARE_DIN"
              + "^COD_CAEN^IBAN^TELEFON\n"
              + ("ALTA SRL^" + BARELY + "\n")
              + ("ŢESĂTORIA^" + KNOWN + "^J12/123/2005^01/03/2005^SRL^Cluj^Dej^Str. Lungă^405200")
              + "^NU^INACTIVA^02.02.2020^119^RO49AAAA1B31007593840000^0264123456\n");
      Files.setLastModifiedTime(companies, FileTime.from(AS_OF));
      return CompanyFile.at(companies);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void clear() throws IOException {
    Files.deleteIfExists(file.companies());
    Files.deleteIfExists(file.index());
  }

  @Override
  protected RegistryEntry known() {
    return new RegistryEntry(
        KNOWN,
        "ȚESĂTORIA",
        new RegistryAddress(
            Optional.of(County.CJ),
            Optional.of("Dej"),
            Optional.of("Str. Lungă"),
            Optional.of(PostalCode.of("405200"))),
        RegistryAddress.UNKNOWN,
        Optional.of(TradeRegisterNumber.of("J12/123/2005")),
        Optional.of(RegistryVat.of(VatState.NON_PAYER)),
        Optional.of(
            new RegistryStatus(RegistryState.INACTIVE, Optional.of(LocalDate.of(2020, 2, 2)))),
        Optional.of(new CaenCode("0119")),
        Optional.of(Iban.of("RO49AAAA1B31007593840000")),
        Optional.of(PhoneNumber.of("0264 123 456")),
        new Registration(
            Optional.of(LocalDate.of(2005, 3, 1)), Optional.of("SRL"), false, Optional.empty()),
        Set.of(),
        AS_OF);
  }

  @Override
  protected RegistryEntry knownBarely() {
    return RegistryEntry.of(BARELY, "ALTA SRL", AS_OF);
  }

  @Override
  protected Cui unknown() {
    return Cuis.withBody(9_999_999);
  }

  @Override
  protected void fail() {
    try {
      switch (failed++ % WAYS_TO_FAIL) {
        case 0 -> Files.writeString(file.companies(), "DENUMIRE^CUI\n");
        case 1 -> Files.delete(file.index());
        default -> Files.delete(file.companies());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected int waysToFail() {
    return WAYS_TO_FAIL;
  }
}
