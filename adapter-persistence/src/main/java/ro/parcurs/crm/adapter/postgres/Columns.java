package ro.parcurs.crm.adapter.postgres;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.change.Stamp;

/** What rows of all tables have in common; {@link RowMapping} lets every mapper use it. */
final class Columns {

  <T> Optional<T> optional(@Nullable T column) {
    return Optional.ofNullable(column);
  }

  <T> @Nullable T nullable(Optional<T> value) {
    return value.orElse(null);
  }

  /** Used with {@code @Mapping(target = "changed", source = ".")}. */
  Stamp changed(Stamped row) {
    return new Stamp(row.changedBy(), row.changedByName(), row.changedAt());
  }
}
