package ro.parcurs.crm.adapter.postgres;

import java.util.regex.Pattern;

/**
 * The name of a schema.
 *
 * @param value lower-case letters, digits and underscores, at most 63; so it needs no quotes
 */
record SchemaName(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  SchemaName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not the name of a schema: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
