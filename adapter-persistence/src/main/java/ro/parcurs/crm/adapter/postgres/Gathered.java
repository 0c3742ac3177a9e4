package ro.parcurs.crm.adapter.postgres;

/** A row of a page that may have been found by gathering. */
interface Gathered {

  /** How many were gathered before they were ordered; anything for rows found in order. */
  long candidates();
}
