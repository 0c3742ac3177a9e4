package ro.parcurs.crm.evaluation.usecase;

import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.evaluation.SheetState;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.text.SearchText;
import ro.parcurs.crm.validation.PlainText;

/**
 * Which sheets a list is of. An empty set, an empty text or an empty option asks for nothing; the
 * rest must all hold.
 *
 * @param text words that each stand somewhere in the sheet's number or the lead's name or fiscal
 *     code; with or without diacritics
 */
public record SheetFilter(
    @NotNull @PlainText(max = MAX_TEXT) String text,
    @NotNull Set<@NotNull SheetState> states,
    Optional<LeadId> lead) {

  public static final int MAX_TEXT = 200;

  /** Every sheet. */
  public static final SheetFilter ALL = new SheetFilter("", Set.of(), Optional.empty());

  public SheetFilter {
    states = Set.copyOf(states);
  }

  /** The words of the text, folded as {@link #searched} folds what they are looked for in. */
  public List<String> words() {
    return Arrays.stream(SearchText.fold(text).split(" "))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  /** What words are looked for in, of the sheet itself: its folded number. */
  public static String searched(DocumentNumber number) {
    return SearchText.fold(number.toString());
  }

  public SheetFilter withText(String other) {
    return new SheetFilter(other, states, lead);
  }

  public SheetFilter withStates(Set<SheetState> other) {
    return new SheetFilter(text, other, lead);
  }

  public SheetFilter withLead(LeadId other) {
    return new SheetFilter(text, states, Optional.of(other));
  }
}
