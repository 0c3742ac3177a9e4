package ro.parcurs.crm.lead.usecase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.work.Count;

/**
 * A page of a list of leads.
 *
 * @param next the token of the next page; empty on the last
 * @param total how many leads there are on all pages
 * @param names of the owners and assignees on the page
 */
public record LeadPage(
    List<LeadListItem> items, Optional<String> next, Count total, Map<UserId, String> names) {

  public LeadPage {
    items = List.copyOf(items);
    names = Map.copyOf(names);
  }
}
