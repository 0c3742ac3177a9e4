package ro.parcurs.crm.pursuit;

import java.util.Objects;
import ro.parcurs.crm.change.Stamp;

/** How a responsibility came to its end, by whom, and when. */
public sealed interface Ending {

  Stamp by();

  /** It was closed. */
  record Closed(Closure closure, Stamp by) implements Ending {
    public Closed {
      Objects.requireNonNull(closure, "closure");
      Objects.requireNonNull(by, "by");
    }
  }

  /** The lead was deactivated. */
  record Cancelled(Stamp by) implements Ending {
    public Cancelled {
      Objects.requireNonNull(by, "by");
    }
  }
}
