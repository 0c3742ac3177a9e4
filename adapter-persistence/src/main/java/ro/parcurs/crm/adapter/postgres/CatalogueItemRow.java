package ro.parcurs.crm.adapter.postgres;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Percentage;

/**
 * A row of {@code catalogue_item}.
 *
 * @param recipe the rows of {@code recipe_component} as a document; only read
 */
record CatalogueItemRow(
    ItemId id,
    ItemCode code,
    String name,
    String unit,
    ItemKind kind,
    String category,
    String vatCode,
    Percentage vatPercentage,
    boolean vatExempt,
    Percentage commission,
    @Nullable BigDecimal price,
    @Nullable Currency currency,
    @Nullable BigDecimal cost,
    @Nullable String recipe,
    boolean active,
    Version version,
    UserId addedBy,
    String addedByName,
    Instant addedAt,
    UserId changedBy,
    String changedByName,
    Instant changedAt)
    implements Stamped {}
