package ro.parcurs.crm.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SendingStateTest {

  @ParameterizedTest
  @CsvSource({
    "QUEUED, TAKE SENDING GIVE_UP FAILED DROP FAILED",
    "SENDING, HAND_OVER HANDING_OVER DELAY QUEUED GIVE_UP FAILED",
    "HANDING_OVER, DELIVER SENT DELAY QUEUED GIVE_UP FAILED LOSE_SIGHT PERHAPS_SENT",
    "SENT, ''",
    "FAILED, ''",
    "PERHAPS_SENT, DELIVER SENT CONFIRM SENT SEND_AGAIN QUEUED DROP FAILED"
  })
  void it_goes_where_the_table_says_and_nowhere_else(SendingState from, String ways) {
    List<String> words = Stream.of(ways.split(" ")).filter(word -> !word.isEmpty()).toList();
    for (SendingMove move : SendingMove.values()) {
      int at = words.indexOf(move.name());
      assertThat(from.after(move).map(Enum::name))
          .as(from + " " + move)
          .isEqualTo(at < 0 ? Optional.empty() : Optional.of(words.get(at + 1)));
    }
  }

  @ParameterizedTest
  @EnumSource(SendingState.class)
  void what_was_perhaps_sent_is_never_tried_again_by_itself(SendingState state) {
    assertThat(state.after(SendingMove.TAKE).isPresent()).isEqualTo(state == SendingState.QUEUED);
    assertThat(state.after(SendingMove.LOSE_SIGHT).isPresent())
        .isEqualTo(state == SendingState.HANDING_OVER);
  }
}
