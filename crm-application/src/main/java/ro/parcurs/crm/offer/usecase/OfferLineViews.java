package ro.parcurs.crm.offer.usecase;

import java.util.Optional;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.offer.OfferLine;
import ro.parcurs.crm.offer.OfferedItem;

/** From a line of an offer to what is shown of it. */
@Mapper(componentModel = "default", implementationName = "Generated<CLASS_NAME>")
interface OfferLineViews {

  @Mapping(target = "item", source = "line.item")
  @Mapping(target = "code", source = "line.item")
  @Mapping(target = "net", source = "net")
  OfferLineView view(OfferLine line, Money net);

  default Optional<ItemId> id(Optional<OfferedItem> item) {
    return item.map(OfferedItem::id);
  }

  default Optional<ItemCode> code(Optional<OfferedItem> item) {
    return item.map(OfferedItem::code);
  }
}
