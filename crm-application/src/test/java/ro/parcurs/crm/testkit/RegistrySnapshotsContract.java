package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.LeadFixture.aLead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.company.CaenCode;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Iban;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.company.PostalCode;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.company.TradeRegisterNumber;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.lead.usecase.Registration;
import ro.parcurs.crm.lead.usecase.RegistryAddress;
import ro.parcurs.crm.lead.usecase.RegistryEntry;
import ro.parcurs.crm.lead.usecase.RegistrySnapshot;
import ro.parcurs.crm.lead.usecase.RegistrySnapshots;
import ro.parcurs.crm.lead.usecase.RegistryVat;
import ro.parcurs.crm.timeline.LeadField;

/** What every {@link RegistrySnapshots} does. */
public abstract class RegistrySnapshotsContract extends PortContract {

  private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00.123456Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");

  protected RegistrySnapshotsContract(Ports ports) {
    super(ports);
  }

  @Test
  void what_is_kept_is_read_back_whole() {
    Lead lead = added();
    RegistrySnapshot full = new RegistrySnapshot(lead.id(), everythingOf(lead, MONDAY));
    RegistrySnapshot bare =
        new RegistrySnapshot(lead.id(), RegistryEntry.of(lead.cui(), "Alta SRL", TUESDAY));
    keep(full);
    keep(bare);
    assertThat(snapshots().of(lead.id(), 10)).containsExactly(bare, full);
  }

  @Test
  void the_newest_is_found_whatever_the_order_in_which_they_came() {
    Lead lead = added();
    RegistrySnapshot monday = of(lead, "Luni SRL", MONDAY);
    RegistrySnapshot tuesday = of(lead, "Marți SRL", TUESDAY);
    keep(tuesday);
    keep(monday);
    assertThat(snapshots().findNewest(lead.id())).contains(tuesday);
    assertThat(snapshots().of(lead.id(), 1)).containsExactly(tuesday);
    assertThat(snapshots().of(lead.id(), 2)).containsExactly(tuesday, monday);
  }

  @Test
  void of_a_lead_that_was_never_asked_about_there_is_nothing() {
    keep(of(added(), "Alta SRL", MONDAY));
    LeadId never = added().id();
    assertThat(snapshots().findNewest(never)).isEmpty();
    assertThat(snapshots().of(never, 10)).isEmpty();
  }

  @Test
  void an_answer_is_there_once_as_it_was_first() {
    Lead lead = added();
    RegistrySnapshot first = of(lead, "Prima SRL", MONDAY);
    keep(first);
    keep(of(lead, "A doua SRL", MONDAY));
    assertThat(snapshots().of(lead.id(), 10)).containsExactly(first);
  }

  @Test
  void what_a_failed_unit_of_work_has_kept_is_not_there() {
    Lead lead = added();
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      snapshots().add(of(lead, "Alta SRL", MONDAY));
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(snapshots().findNewest(lead.id())).isEmpty();
  }

  @Test
  void nothing_is_kept_outside_a_unit_of_work() {
    Lead lead = added();
    assertThatThrownBy(() -> snapshots().add(of(lead, "Alta SRL", MONDAY)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(snapshots().findNewest(lead.id())).isEmpty();
  }

  /** An entry that says all that an entry can say. */
  public static RegistryEntry everythingOf(Lead lead, Instant answeredAt) {
    RegistryAddress seat =
        new RegistryAddress(
            Optional.of(County.CJ),
            Optional.of("Mun. Cluj-Napoca"),
            Optional.of("Str. Țebea, nr. 1"),
            Optional.of(PostalCode.of("400001")));
    RegistryAddress fiscal =
        new RegistryAddress(
            Optional.of(County.B),
            Optional.of("Sector 2 Mun. București"),
            Optional.empty(),
            Optional.of(PostalCode.of("20001")));
    return new RegistryEntry(
        lead.cui(),
        "Țesătoria Șoim SRL",
        seat,
        fiscal,
        Optional.of(TradeRegisterNumber.of("J12/123/2005")),
        Optional.of(
            new RegistryVat(
                VatState.PAYER, Optional.of(LocalDate.of(2006, 1, 1)), Optional.of(true))),
        Optional.of(
            new RegistryStatus(RegistryState.INACTIVE, Optional.of(LocalDate.of(2025, 2, 3)))),
        Optional.of(CaenCode.of("0119")),
        Optional.of(Iban.of("RO49AAAA1B31007593840000")),
        Optional.of(PhoneNumber.of("0264 123 456")),
        new Registration(
            Optional.of(LocalDate.of(2005, 3, 1)),
            Optional.of("SOCIETATE CU RĂSPUNDERE LIMITATĂ"),
            true,
            Optional.of(false)),
        Set.of(LeadField.NAME, LeadField.POSTAL_CODE),
        answeredAt);
  }

  private RegistrySnapshots snapshots() {
    return port(RegistrySnapshots.class);
  }

  private void keep(RegistrySnapshot snapshot) {
    inTransaction(() -> snapshots().add(snapshot));
  }

  private Lead added() {
    Lead lead = aLead().build();
    inTransaction(() -> port(Leads.class).add(lead));
    return lead;
  }

  private static RegistrySnapshot of(Lead lead, String name, Instant at) {
    return new RegistrySnapshot(lead.id(), RegistryEntry.of(lead.cui(), name, at));
  }
}
