package ro.parcurs.example.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadListItem;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.LeadPage;
import ro.parcurs.crm.lead.usecase.LeadSort;
import ro.parcurs.crm.lead.usecase.ListLeads;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** The first page after signing in: what is to do, the most urgent first. */
public final class HomePages implements Pages {

  private static final int SHOWN = 50;

  private final Crm crm;
  private final Clock clock;

  public HomePages(Crm crm, Clock clock) {
    this.crm = crm;
    this.clock = clock;
  }

  @Override
  public void register(Routes routes) {
    routes.get("/", this::home);
  }

  private Answer home(Request request) {
    LeadFilter active = LeadFilter.ALL.withStates(Set.of(LeadState.ACTIVE));
    LeadOrder mostUrgent = new LeadOrder(LeadSort.DEADLINE, false);
    LeadPage leads =
        crm.leads().list(request.actor(), new ListLeads.Query(active, mostUrgent, null, SHOWN));
    Map<String, List<LeadListItem>> tasks = new LinkedHashMap<>();
    for (LeadListItem lead : leads.items()) {
      lead.task()
          .ifPresent(
              task ->
                  tasks
                      .computeIfAbsent(urgency(task.deadline().at()), key -> new ArrayList<>())
                      .add(lead));
    }
    return Answer.view("home/home.jte", Map.of("tasks", tasks, "leads", leads));
  }

  /** The key of the text over the group that a deadline belongs to. */
  private String urgency(Instant deadline) {
    LocalDate day = deadline.atZone(clock.getZone()).toLocalDate();
    if (deadline.isBefore(clock.instant())) {
      return "late";
    }
    return day.equals(LocalDate.now(clock)) ? "today" : "later";
  }
}
