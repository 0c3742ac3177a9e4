package ro.parcurs.crm.pursuit.usecase;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.pursuit.RefusalReason;

/**
 * Why clients say no, as forms propose it; the embedding application may bind its own list. Another
 * reason may be given in words all the same.
 */
public record RefusalReasons(List<Choice> choices) {

  /**
   * One reason of the list.
   *
   * @param code its key, which is stored; never changed once used
   */
  public record Choice(String code, String romanian, String english) {

    public String in(Locale locale) {
      return locale.getLanguage().equals("en") ? english : romanian;
    }
  }

  /** The list where nothing else is configured. */
  public static final RefusalReasons USUAL =
      new RefusalReasons(
          List.of(
              new Choice("PRICE", "Preț prea mare", "Price too high"),
              new Choice("COMPETITOR", "A ales alt furnizor", "Chose another supplier"),
              new Choice("NO_BUDGET", "Nu are buget", "No budget"),
              new Choice("NO_NEED", "Nu are nevoie", "No need"),
              new Choice("TIMING", "Nu este momentul potrivit", "Not the right time"),
              new Choice("TERMS", "Condițiile nu convin", "Terms not acceptable"),
              new Choice("NO_ANSWER", "Nu mai răspunde", "No longer answers"),
              new Choice("OTHER", "Alt motiv", "Another reason")));

  public RefusalReasons {
    choices = List.copyOf(choices);
  }

  public Optional<Choice> find(String code) {
    return choices.stream().filter(choice -> choice.code().equals(code)).findFirst();
  }

  /**
   * Insists that a reason that has a code has one from the list.
   *
   * @param field what the fault is of
   * @throws InvalidInput {@code unknown-reason}
   */
  public void check(String field, RefusalReason reason) {
    reason
        .code()
        .filter(code -> find(code).isEmpty())
        .ifPresent(
            code -> {
              throw InvalidInput.of(field, "unknown-reason");
            });
  }
}
