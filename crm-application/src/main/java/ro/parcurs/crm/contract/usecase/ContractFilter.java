package ro.parcurs.crm.contract.usecase;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.text.SearchText;
import ro.parcurs.crm.validation.PlainText;

/**
 * Which contracts a list is to show.
 *
 * @param lead only this lead's; missing for all
 * @param search a part of the number, of the client's name or of its fiscal code; diacritics and
 *     capitals don't matter; missing or blank for all
 */
public record ContractFilter(
    @Nullable LeadId lead, @PlainText(max = MAX_SEARCH) @Nullable String search) {

  public static final int MAX_SEARCH = 100;

  /** Every contract. */
  public static final ContractFilter NONE = new ContractFilter(null, null);

  /** The contracts of one lead. */
  public static ContractFilter of(LeadId lead) {
    return new ContractFilter(lead, null);
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
