package ro.parcurs.crm.evaluation.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.work.Count;

/**
 * A page of a list of sheets.
 *
 * @param next what the next page begins after; empty on the last
 * @param total how many sheets there are on all pages
 */
public record SheetPage(List<SheetListItem> items, Optional<SheetId> next, Count total) {

  public SheetPage {
    items = List.copyOf(items);
  }
}
