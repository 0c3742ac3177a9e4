package ro.parcurs.crm.adapter.mail.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.offer.usecase.OfferDocuments;
import ro.parcurs.crm.offer.usecase.OfferView;

/** How long the document of an offer of 300 lines takes. Prints a row of docs/performance.md. */
@Tag("bench")
class OfferPdfBenchTest {

  private static final Duration PROMISED = Duration.ofSeconds(1);
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 21;

  @Test
  void an_offer_of_300_lines_is_printed_within_a_second() {
    OfferDocuments documents = OfferPdf.of(Printed.SELLER).documents();
    OfferView offer = Printed.finalised(Printed.many(300, 25));
    List<Long> times = new ArrayList<>();
    int size = 0;
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      long begin = System.nanoTime();
      size = documents.pdf(offer, Printed.CLIENT, Locale.forLanguageTag("ro")).length;
      if (round >= WARM_UP) {
        times.add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
      }
    }
    times.sort(null);
    long median = times.get(ROUNDS / 2);
    System.out.printf(
        Locale.ROOT,
        "bench %dx | offer of 300 lines as PDF | %d ms (%d–%d) | %d kB |%n",
        ROUNDS,
        median,
        times.get(0),
        times.get(ROUNDS - 1),
        size / 1000);
    assertThat(median).isLessThan(PROMISED.toMillis());
  }
}
