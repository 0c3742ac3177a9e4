package ro.parcurs.crm.catalogue.usecase;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.catalogue.ItemDetails;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.text.SearchText;
import ro.parcurs.crm.validation.PlainText;

/**
 * Which items a list is of. An empty set, an empty text or an empty option asks for nothing; the
 * rest must all hold.
 *
 * @param text words that each stand somewhere in the code, the name or the category; with or
 *     without diacritics
 * @param active whether the item has to be sold still, or no longer
 * @param recipe whether the item has to have a recipe, or none
 */
public record ItemFilter(
    @NotNull @PlainText(max = MAX_TEXT) String text,
    @NotNull Set<@NotNull ItemKind> kinds,
    @NotNull @Size(max = MAX_VALUES)
        Set<@NotNull @PlainText(max = ItemDetails.MAX_CATEGORY_LENGTH) String> categories,
    Optional<Boolean> active,
    Optional<Boolean> recipe) {

  public static final int MAX_TEXT = 200;
  public static final int MAX_VALUES = 200;

  /** Every item. */
  public static final ItemFilter ALL =
      new ItemFilter("", Set.of(), Set.of(), Optional.empty(), Optional.empty());

  public ItemFilter {
    kinds = Set.copyOf(kinds);
    categories = Set.copyOf(categories);
  }

  /** The words of the text, folded as {@link #searched} folds what they are looked for in. */
  public List<String> words() {
    return Arrays.stream(SearchText.fold(text).split(" "))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  /** What words are looked for in: the folded code, name and category. */
  public static String searched(ItemDetails details) {
    return SearchText.fold(
        details.code().value() + " " + details.name() + " " + details.category());
  }

  public ItemFilter withText(String other) {
    return new ItemFilter(other, kinds, categories, active, recipe);
  }

  public ItemFilter withKinds(Set<ItemKind> other) {
    return new ItemFilter(text, other, categories, active, recipe);
  }

  public ItemFilter withCategories(Set<String> other) {
    return new ItemFilter(text, kinds, other, active, recipe);
  }

  public ItemFilter withActive(Optional<Boolean> other) {
    return new ItemFilter(text, kinds, categories, other, recipe);
  }

  public ItemFilter withRecipe(Optional<Boolean> other) {
    return new ItemFilter(text, kinds, categories, active, other);
  }
}
