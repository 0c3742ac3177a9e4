package ro.parcurs.crm.testkit;

import java.util.List;
import ro.parcurs.crm.offer.usecase.OfferMail;
import ro.parcurs.crm.offer.usecase.OfferMessage;

/** Messages that wait in memory and are never sent. */
public final class InMemoryOfferMail implements OfferMail {

  private final InMemoryTable<Integer, OfferMessage> messages;

  public InMemoryOfferMail(InMemoryDatabase database) {
    messages = database.table();
  }

  @Override
  public void queue(OfferMessage message) {
    messages.put(messages.all().size(), message);
  }

  /** Everything that was queued, in that order. */
  public List<OfferMessage> queued() {
    return messages.all();
  }
}
