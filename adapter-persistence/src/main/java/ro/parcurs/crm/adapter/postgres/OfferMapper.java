package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.usecase.OfferFilter;
import ro.parcurs.crm.pursuit.PursuitId;

interface OfferMapper {

  /** No row when the number is taken or the pursuit has a live offer. */
  int insert(@Param("row") OfferRow row);

  /** No row when it has another version by now. */
  int update(@Param("row") OfferRow row);

  @Nullable OfferRow get(@Param("id") OfferId id);

  /** The one drafted last first. */
  List<OfferRow> ofPursuit(@Param("pursuit") PursuitId pursuit);

  @Nullable OfferRow newest(@Param("pursuit") PursuitId pursuit);

  /** The one drafted last first. */
  List<OfferRow> madeFrom(@Param("sheet") SheetId sheet);

  /** What stands in the way of inserting the row. */
  @Nullable OfferRow existing(@Param("row") OfferRow row);

  @Nullable StampRow changed(@Param("id") OfferId id);

  /** The one drafted last first. */
  List<OfferListRow> list(DocumentQuestion<OfferFilter, OfferId> question);
}
