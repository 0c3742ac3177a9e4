package ro.parcurs.crm.catalogue.usecase;

/** The orders of the list of items; equals stand by code. */
public enum ItemSort {
  CODE,
  /** Without regard to diacritics and case. */
  NAME
}
