package ro.parcurs.crm.pursuit;

/** How somebody got in touch with the company. */
public enum ContactMeans {
  PHONE,
  EMAIL,
  VISIT,
  VIDEO
}
