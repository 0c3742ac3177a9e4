package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.money.Percentage;

interface VatRateMapper {

  BookRow current();

  /**
   * @return 0 when the book has another version
   */
  int update(@Param("seen") Version seen, @Param("by") Stamp by);

  void deleteRates();

  void insertRates(@Param("rows") List<RateRow> rows);

  /** A row of {@code vat_rate}. */
  record RateRow(
      String code,
      Percentage percentage,
      boolean exempt,
      LocalDate validFrom,
      @Nullable LocalDate validUntil) {}

  /**
   * The row of {@code vat_rate_book}, with the rows of {@code vat_rate} as a document.
   *
   * @param changedBy empty, like the two after it, while nobody has changed it
   */
  record BookRow(
      String periods,
      Version version,
      @Nullable UserId changedBy,
      @Nullable String changedByName,
      @Nullable Instant changedAt) {}
}
