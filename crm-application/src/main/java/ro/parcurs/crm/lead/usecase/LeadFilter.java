package ro.parcurs.crm.lead.usecase;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.lead.LeadSource;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.Tag;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.text.SearchText;
import ro.parcurs.crm.validation.PlainText;

/**
 * Which leads a list is of. An empty set, or an empty text, asks for nothing; the rest must all
 * hold.
 *
 * @param text words that each stand somewhere in the name, the fiscal code, the name of a contact
 *     person or a phone number, those of one or two signs at the beginning of a word; with or
 *     without diacritics
 * @param owners who is in charge; with {@code unowned}, or nobody
 * @param unowned leads that nobody is in charge of
 * @param steps of the open responsibility
 * @param tags of which the lead has one; missing asks for nothing, since filters saved long ago
 *     don't know them
 * @param overdue whether the deadline of the open responsibility has to be past
 */
public record LeadFilter(
    @NotNull @PlainText(max = MAX_TEXT) String text,
    @NotNull Set<@NotNull LeadState> states,
    @NotNull @Size(max = MAX_VALUES) Set<@NotNull UserId> owners,
    boolean unowned,
    @NotNull Set<@NotNull Step> steps,
    @NotNull Set<@NotNull Priority> priorities,
    @NotNull Set<@NotNull County> counties,
    @NotNull @Size(max = MAX_VALUES) Set<@NotNull LeadSource> sources,
    @Size(max = MAX_VALUES) Set<@NotNull Tag> tags,
    boolean overdue) {

  public static final int MAX_TEXT = 200;
  public static final int MAX_VALUES = 200;

  /** Every lead. */
  public static final LeadFilter ALL =
      new LeadFilter(
          "", Set.of(), Set.of(), false, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);

  public LeadFilter {
    states = Set.copyOf(states);
    owners = Set.copyOf(owners);
    steps = Set.copyOf(steps);
    priorities = Set.copyOf(priorities);
    counties = Set.copyOf(counties);
    sources = Set.copyOf(sources);
    tags = tags == null ? Set.of() : Set.copyOf(tags);
  }

  /**
   * The words of the text, folded as {@link LeadSearch} folds what they are looked for in; those of
   * one or two signs with the blank before them, since inside of others they stand everywhere.
   */
  public List<String> words() {
    return SearchText.sought(text);
  }

  public LeadFilter withText(String other) {
    return new LeadFilter(
        other, states, owners, unowned, steps, priorities, counties, sources, tags, overdue);
  }

  public LeadFilter withStates(Set<LeadState> other) {
    return new LeadFilter(
        text, other, owners, unowned, steps, priorities, counties, sources, tags, overdue);
  }

  /** With these owners, or nobody when {@code orNobody}. */
  public LeadFilter withOwners(Set<UserId> other, boolean orNobody) {
    return new LeadFilter(
        text, states, other, orNobody, steps, priorities, counties, sources, tags, overdue);
  }

  public LeadFilter withSteps(Set<Step> other) {
    return new LeadFilter(
        text, states, owners, unowned, other, priorities, counties, sources, tags, overdue);
  }

  public LeadFilter withPriorities(Set<Priority> other) {
    return new LeadFilter(
        text, states, owners, unowned, steps, other, counties, sources, tags, overdue);
  }

  public LeadFilter withCounties(Set<County> other) {
    return new LeadFilter(
        text, states, owners, unowned, steps, priorities, other, sources, tags, overdue);
  }

  public LeadFilter withSources(Set<LeadSource> other) {
    return new LeadFilter(
        text, states, owners, unowned, steps, priorities, counties, other, tags, overdue);
  }

  public LeadFilter withTags(Set<Tag> other) {
    return new LeadFilter(
        text, states, owners, unowned, steps, priorities, counties, sources, other, overdue);
  }

  public LeadFilter withOverdue(boolean other) {
    return new LeadFilter(
        text, states, owners, unowned, steps, priorities, counties, sources, tags, other);
  }
}
