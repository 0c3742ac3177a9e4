package ro.parcurs.crm.adapter.postgres;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.PursuitState;
import ro.parcurs.crm.pursuit.RefusalReason;

/** Between the rows of pursuits and pursuits. */
@Mapper(config = RowMapping.class)
interface PursuitRows {

  @Mapping(target = "refusalCode", expression = "java(code(pursuit))")
  @Mapping(target = "refusalText", expression = "java(text(pursuit))")
  @Mapping(target = "begunBy", source = "begun.by")
  @Mapping(target = "begunByName", source = "begun.name")
  @Mapping(target = "begunAt", source = "begun.at")
  @Mapping(target = "changedBy", source = "changed.by")
  @Mapping(target = "changedByName", source = "changed.name")
  @Mapping(target = "changedAt", source = "changed.at")
  PursuitRow row(Pursuit.Snapshot pursuit);

  @Mapping(target = "reason", source = "row", qualifiedByName = "reason")
  @Mapping(target = "begun", source = "row", qualifiedByName = "begun")
  @Mapping(target = "changed", source = "row")
  Pursuit.Snapshot pursuit(PursuitRow row);

  default @Nullable String code(Pursuit.Snapshot pursuit) {
    return pursuit.reason().flatMap(RefusalReason::code).orElse(null);
  }

  default @Nullable String text(Pursuit.Snapshot pursuit) {
    return pursuit.reason().flatMap(RefusalReason::text).orElse(null);
  }

  @Named("reason")
  default Optional<RefusalReason> reason(PursuitRow row) {
    return row.state() == PursuitState.REFUSED
        ? Optional.of(
            new RefusalReason(
                Optional.ofNullable(row.refusalCode()), Optional.ofNullable(row.refusalText())))
        : Optional.empty();
  }

  @Named("begun")
  default Stamp begun(PursuitRow row) {
    return new Stamp(row.begunBy(), row.begunByName(), row.begunAt());
  }
}
