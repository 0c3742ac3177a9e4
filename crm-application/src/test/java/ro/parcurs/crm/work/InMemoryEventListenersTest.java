package ro.parcurs.crm.work;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.multibindings.Multibinder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.EventListenersContract;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.InMemoryPorts;

class InMemoryEventListenersTest extends EventListenersContract {

  InMemoryEventListenersTest() {
    super(new InMemoryPorts());
  }

  @Test
  void a_listener_that_is_bound_beside_the_module_hears_what_use_cases_have_done() {
    List<EventRecord> heard = new ArrayList<>();
    Crm crm =
        Guice.createInjector(
                new CrmModule(),
                new InMemoryModule(),
                new AbstractModule() {
                  @Override
                  protected void configure() {
                    Multibinder.newSetBinder(binder(), EventListener.class)
                        .addBinding()
                        .toInstance(heard::addAll);
                  }
                })
            .getInstance(Crm.class);
    LeadId lead =
        crm.leads()
            .add(
                Caller.of(MARIA),
                new AddLead.Command(
                    Cuis.next().digits(),
                    false,
                    CompanyData.of("Exemplu SRL", new AddressData(County.CJ, "Dej", null, null)),
                    NotesData.NONE,
                    null))
            .id();
    assertThat(heard).isNotEmpty().allMatch(event -> event.lead().orElseThrow().equals(lead));
  }
}
