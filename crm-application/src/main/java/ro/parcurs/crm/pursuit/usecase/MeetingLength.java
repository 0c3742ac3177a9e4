package ro.parcurs.crm.pursuit.usecase;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.pursuit.Meeting;

/** How long a meeting is to last, as it is filled in. */
final class MeetingLength {

  private MeetingLength() {}

  /** The usual length where none was given. */
  static Duration of(@Nullable Integer minutes) {
    return minutes == null ? Meeting.USUAL_LENGTH : Duration.ofMinutes(minutes);
  }
}
