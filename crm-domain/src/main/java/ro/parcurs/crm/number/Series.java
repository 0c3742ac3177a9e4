package ro.parcurs.crm.number;

/** The kinds of documents that are numbered, each in a series of its own per year. */
public enum Series {
  EVALUATION_SHEET("FE"),
  OFFER("OF"),
  CONTRACT("CT"),
  CLIENT_ORDER("CC");

  private final String prefix;

  Series(String prefix) {
    this.prefix = prefix;
  }

  /** The letters that the number begins with. */
  public String prefix() {
    return prefix;
  }
}
