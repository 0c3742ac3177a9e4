package ro.parcurs.crm.adapter.postgres;

interface PlanMapper {

  /**
   * Has the statements of this transaction planned for the values they are given, not once for all
   * values, and says how alike is alike enough.
   */
  String plan();

  /** Whether the database knows how alike words are. */
  boolean knowsHowAlike();
}
