package ro.parcurs.crm.lead.usecase;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.text.Text;

/**
 * Where a page of a list of leads ended: what the last lead is ordered by, and its identity.
 *
 * @param order the order of the list; the next page must have it too
 * @param key the folded name; the priority's name; or an instant in ISO 8601
 */
public record LeadCursor(LeadOrder order, String key, LeadId lead) {

  /** Stands for a missing deadline, so that it comes last in the order. */
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private static final Instant ALWAYS = Instant.EPOCH;
  private static final int PARTS = 4;

  public LeadCursor {
    try {
      switch (order.by()) {
        case NAME -> {
          if (!Text.isStorable(key)) {
            throw InvalidInput.of("after", "format");
          }
        }
        case PRIORITY -> Priority.valueOf(key);
        case DEADLINE, ADDED, CHANGED -> Instant.parse(key);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw InvalidInput.of("after", "format");
    }
  }

  /** What stands in for a missing deadline, so that it comes last in the order. */
  public static Instant missingDeadline(LeadOrder order) {
    return order.descending() ? ALWAYS : NEVER;
  }

  /** The cursor after a lead of the list. */
  public static LeadCursor after(LeadListItem item, LeadOrder order) {
    String key =
        switch (order.by()) {
          case NAME -> item.nameKey();
          case PRIORITY -> item.priority().name();
          case DEADLINE ->
              item.task()
                  .map(task -> task.deadline().at())
                  .orElse(missingDeadline(order))
                  .toString();
          case ADDED -> item.addedAt().toString();
          case CHANGED -> item.changedAt().toString();
        };
    return new LeadCursor(order, key, item.id());
  }

  /** The instant in the key, where the order is by one. */
  public Instant instant() {
    return Instant.parse(key);
  }

  /** The priority in the key, where the order is by it. */
  public Priority priority() {
    return Priority.valueOf(key);
  }

  /** A form that can stand in an address. */
  public String token() {
    String text =
        String.join(
            "\n", order.by().name(), String.valueOf(order.descending()), lead.toString(), key);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads back a {@link #token()}.
   *
   * @throws InvalidInput {@code format}, when it is not one
   */
  public static LeadCursor of(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      String[] parts = text.split("\n", PARTS);
      if (parts.length == PARTS) {
        return new LeadCursor(
            new LeadOrder(LeadSort.valueOf(parts[0]), Boolean.parseBoolean(parts[1])),
            parts[3],
            new LeadId(UUID.fromString(parts[2])));
      }
    } catch (IllegalArgumentException e) {
      // not a token; said below
    }
    throw InvalidInput.of("after", "format");
  }
}
