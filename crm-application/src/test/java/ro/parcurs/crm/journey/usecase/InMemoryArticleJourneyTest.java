package ro.parcurs.crm.journey.usecase;

import ro.parcurs.crm.testkit.ArticleJourney;
import ro.parcurs.crm.testkit.InMemoryModule;

class InMemoryArticleJourneyTest extends ArticleJourney {

  InMemoryArticleJourneyTest() {
    super(new InMemoryModule());
  }
}
