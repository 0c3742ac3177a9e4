package ro.parcurs.crm.adapter.postgres;

import org.mapstruct.MapperConfig;
import org.mapstruct.ReportingPolicy;

/**
 * How rows are mapped: a column or component that nobody thought of fails the build. Used as
 * {@code @Mapper(config = RowMapping.class)}; the mapper is made with {@code new
 * GeneratedLeadRows()}.
 */
@MapperConfig(
    uses = Columns.class,
    componentModel = "default",
    implementationName = "Generated<CLASS_NAME>",
    unmappedTargetPolicy = ReportingPolicy.ERROR)
interface RowMapping {}
