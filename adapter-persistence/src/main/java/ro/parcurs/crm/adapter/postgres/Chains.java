package ro.parcurs.crm.adapter.postgres;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ro.parcurs.crm.lead.LeadId;

/**
 * The chains of several leads, growing: entries go in, rows with place and hash come out, and at
 * the end the heads. The heads of leads that others may write on at the same time are locked
 * before. For one thread.
 */
final class Chains {

  private final Map<LeadId, ChainHead> heads = new LinkedHashMap<>();

  private Chains() {}

  /**
   * Chains that go on from heads which the unit of work under way has locked, or which belong to
   * leads that it adds.
   */
  static Chains goingOnFrom(Collection<ChainHead> heads) {
    Chains chains = new Chains();
    heads.forEach(head -> chains.heads.put(head.lead(), head));
    return chains;
  }

  /**
   * Puts an entry at the end of the chain of its lead.
   *
   * @throws IllegalStateException when the head of that chain isn't known
   */
  ChainedRow append(TimelineRow entry) {
    ChainHead head = heads.get(entry.lead());
    if (head == null) {
      throw new IllegalStateException("the head of the chain is not locked: " + entry.lead());
    }
    ChainedRow row = ChainedRow.after(head, entry);
    heads.put(entry.lead(), row.head());
    return row;
  }

  /** Where the chains end now. */
  List<ChainHead> heads() {
    return List.copyOf(heads.values());
  }
}
