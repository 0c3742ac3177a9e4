package ro.parcurs.crm.adapter.postgres;

interface PlanMapper {

  /**
   * Has the statements of this transaction planned for the values they are given, not once for all
   * values, and for few rows: whatever a list joins is looked up by its key, never read whole. Also
   * says how alike is alike enough.
   */
  String plan();

  /** Whether the database knows how alike words are. */
  boolean knowsHowAlike();
}
