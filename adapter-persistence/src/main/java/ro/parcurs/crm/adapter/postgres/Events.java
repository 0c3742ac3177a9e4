package ro.parcurs.crm.adapter.postgres;

import java.util.HashMap;
import java.util.Map;
import ro.parcurs.crm.timeline.DomainEvent;

/** Domain events as a type and a JSON document, and back. Thread-safe. */
final class Events {

  private final Documents documents;
  private final Map<String, Class<? extends DomainEvent>> types = new HashMap<>();

  /**
   * @throws IllegalStateException when two events have the same name
   */
  Events(Documents documents) {
    this.documents = documents;
    collect(DomainEvent.class);
  }

  /** Every event there is, by its type. */
  Map<String, Class<? extends DomainEvent>> types() {
    return Map.copyOf(types);
  }

  String payload(DomainEvent event) {
    return documents.write(event);
  }

  /**
   * @param expected what the event must be
   */
  <E extends DomainEvent> E event(String type, String payload, Class<E> expected) {
    Class<? extends DomainEvent> known = types.get(type);
    if (known == null) {
      throw new IllegalStateException("an event of unknown type " + type);
    }
    return expected.cast(documents.read(payload, known));
  }

  private void collect(Class<? extends DomainEvent> sealed) {
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      Class<? extends DomainEvent> event = permitted.asSubclass(DomainEvent.class);
      if (event.isSealed()) {
        collect(event);
      } else if (types.put(event.getSimpleName(), event) != null) {
        throw new IllegalStateException("two events are called " + event.getSimpleName());
      }
    }
  }
}
