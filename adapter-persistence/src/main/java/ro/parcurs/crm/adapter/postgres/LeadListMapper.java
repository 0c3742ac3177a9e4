package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadOrder;

interface LeadListMapper {

  /**
   * Goes along the order until the page is full.
   *
   * @param steps how many leads to look at at most
   */
  List<LeadListRow> walk(
      @Param("question") Question question,
      @Param("parts") List<LeadPart> parts,
      @Param("steps") int steps);

  /**
   * Finds what fits, and then orders it.
   *
   * @param most how many to find at most; if there are more, the page is of some of them; missing
   *     for all
   */
  List<LeadListRow> gather(
      @Param("question") Question question,
      @Param("parts") List<LeadPart> parts,
      @Param("most") @Nullable Integer most);

  /**
   * @param most how far to count
   */
  long count(
      @Param("question") Question question,
      @Param("parts") List<LeadPart> parts,
      @Param("most") int most);

  /**
   * What is asked for, whoever asks.
   *
   * @param alike whether the words may be misspelt
   * @param now what is overdue is so at this moment
   * @param missingDeadline what a missing deadline is ordered as
   * @param after missing for the first page
   */
  record Question(
      LeadFilter filter,
      boolean alike,
      Instant now,
      LeadOrder order,
      Instant missingDeadline,
      @Nullable Place after,
      int limit) {

    /** Whether the page before ended among the leads without a deadline. */
    boolean isAmongUndated() {
      return after != null && missingDeadline.equals(after.moment());
    }

    Question limitedTo(int fewer) {
      return new Question(filter, alike, now, order, missingDeadline, after, fewer);
    }

    Question whereWordsMayBeMisspelt() {
      return new Question(filter, true, now, order, missingDeadline, after, limit);
    }
  }

  /** Where the page before ended; what the list is ordered by is filled in, and the lead. */
  record Place(
      @Nullable String name, @Nullable Priority priority, @Nullable Instant moment, LeadId lead) {}
}
