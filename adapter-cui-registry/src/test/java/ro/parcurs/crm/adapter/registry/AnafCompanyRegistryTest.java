package ro.parcurs.crm.adapter.registry;

import static ro.parcurs.crm.adapter.registry.ScriptedService.html;
import static ro.parcurs.crm.adapter.registry.ScriptedService.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Anaf;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Pace;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Patience;
import ro.parcurs.crm.adapter.registry.ScriptedService.Script;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.usecase.RegistryEntry;
import ro.parcurs.crm.testkit.CompanyRegistryContract;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.Ports;

/** The contract of the port, kept by the adapter of the live service on a scripted one. */
class AnafCompanyRegistryTest extends CompanyRegistryContract {

  private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

  private static final List<Script> TROUBLE =
      List.of(
          json(429, "", "Retry-After: 3600"),
          html(200, "<html>Your support ID is: 4711"),
          json(503, ""),
          json(200, "{\"found\":[],\"notFound\":[]}"),
          (request, out, socket) -> Thread.sleep(10_000));

  /** The service and who asks it. */
  private static final class OtherSide implements Ports {

    private final ScriptedService service = ScriptedService.start(json(500, ""));
    private final RegistryAdapter adapter =
        RegistryAdapter.anaf(
            Anaf.defaults("Exemplu ERP/4.2")
                .at(service.address())
                .with(new Pace(Duration.ofMillis(5), 100, 1, Duration.ofMillis(100)))
                .with(
                    new Patience(
                        Duration.ofMillis(300),
                        Duration.ofMillis(300),
                        Duration.ofMillis(900),
                        1_000_000)),
            Clock.fixed(AT, ZoneOffset.UTC));

    @Override
    public <P> P port(Class<P> port) {
      return port.cast(port == OtherSide.class ? this : adapter.registry());
    }
  }

  private final OtherSide other;
  private final Cui known = Cuis.next();
  private final Cui barely = Cuis.next();
  private int failed;

  AnafCompanyRegistryTest() {
    super(new OtherSide());
    other = port(OtherSide.class);
    other.service.follow(this::answer);
  }

  @AfterEach
  void stop() {
    other.adapter.close();
    other.service.close();
  }

  private void answer(ScriptedService.Request request, OutputStream out, Socket socket)
      throws Exception {
    List<ObjectNode> companies = new ArrayList<>();
    List<Cui> unknown = new ArrayList<>();
    for (Cui code : request.codes()) {
      if (code.equals(known)) {
        companies.add(AnafJson.company(code));
      } else if (code.equals(barely)) {
        ObjectNode company = AnafJson.object();
        company
            .putObject("date_generale")
            .put("cui", Long.parseLong(code.digits()))
            .put("denumire", "ALTA SRL")
            .put("forma_organizare", "PERSOANA JURIDICA");
        companies.add(company);
      } else {
        unknown.add(code);
      }
    }
    json(companies.isEmpty() ? 404 : 200, AnafJson.answer(companies, unknown).toString())
        .answer(request, out, socket);
  }

  @Override
  protected RegistryEntry known() {
    return AnafAnswersTest.full(known, AT);
  }

  @Override
  protected RegistryEntry knownBarely() {
    return RegistryEntry.of(barely, "ALTA SRL", AT);
  }

  @Override
  protected Cui unknown() {
    return Cuis.withBody(9_999_999);
  }

  @Override
  protected void fail() {
    other.service.follow(TROUBLE.get(failed++ % TROUBLE.size()));
  }

  @Override
  protected int waysToFail() {
    return TROUBLE.size();
  }
}
