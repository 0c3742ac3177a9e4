package ro.parcurs.crm.lead.usecase;

import java.util.List;
import java.util.stream.Stream;
import ro.parcurs.crm.lead.LeadSource;

/**
 * Where leads are usually heard of, as forms propose it; the embedding application may bind its
 * own. Others may be typed all the same.
 */
public record LeadSources(List<LeadSource> proposed) {

  /** What is proposed where nothing else is configured. */
  public static final LeadSources USUAL =
      new LeadSources(
          Stream.of(
                  "Recomandare",
                  "Site web",
                  "Apel primit",
                  "Târg sau conferință",
                  "Publicitate",
                  "Licitație",
                  "Prospectare proprie")
              .map(LeadSource::new)
              .toList());

  public LeadSources {
    proposed = List.copyOf(proposed);
  }
}
