package ro.parcurs.crm.adapter.postgres;

/** How the statements of a transaction are planned. */
interface PlanMapper {

  /**
   * Has them planned for the values they are given, not once for all values, and for few rows:
   * whatever a list joins is looked up by its key, never read whole. Also says how alike is alike
   * enough.
   *
   * @return the settings before
   */
  PlanRow forLists();

  /** Goes back to other settings. */
  String restore(PlanRow before);

  /** Whether the database knows how alike words are. */
  boolean knowsHowAlike();
}
