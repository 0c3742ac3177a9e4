package ro.parcurs.crm.offer.usecase;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.text.SearchText;
import ro.parcurs.crm.validation.PlainText;

/**
 * Which offers a list is to show.
 *
 * @param lead only this lead's; missing for all
 * @param states only these; empty for all
 * @param expired only those whose validity is past while they still matter
 * @param search a part of the number, of the client's name or of its fiscal code; diacritics and
 *     capitals don't matter; missing or blank for all
 */
public record OfferFilter(
    @Nullable LeadId lead,
    @NotNull Set<@NotNull OfferState> states,
    boolean expired,
    @PlainText(max = MAX_SEARCH) @Nullable String search) {

  public static final int MAX_SEARCH = 100;

  /** Every offer. */
  public static final OfferFilter NONE = new OfferFilter(null, Set.of(), false, null);

  public OfferFilter {
    states = Set.copyOf(states);
  }

  /** The offers of one lead. */
  public static OfferFilter of(LeadId lead) {
    return new OfferFilter(lead, Set.of(), false, null);
  }

  /** What is searched for, folded; empty for everything. */
  public String folded() {
    return search == null ? "" : SearchText.fold(search);
  }

  /** The same as what all has to be found: nothing, or the one text. */
  public List<String> words() {
    return folded().isEmpty() ? List.of() : List.of(folded());
  }
}
