package ro.parcurs.crm.adapter.postgres;

import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.lead.LeadId;

/**
 * A row of {@code timeline_head}: the end of a lead's chain.
 *
 * @param length how many entries there are
 * @param hash that of the last one; of an empty chain {@link #NOTHING}
 */
record ChainHead(LeadId lead, long length, Sha256 hash) {

  /** What stands for the entry before the first. */
  static final Sha256 NOTHING = new Sha256("0".repeat(64));

  static ChainHead ofNew(LeadId lead) {
    return new ChainHead(lead, 0, NOTHING);
  }
}
