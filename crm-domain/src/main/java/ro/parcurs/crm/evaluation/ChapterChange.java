package ro.parcurs.crm.evaluation;

import java.util.Optional;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.money.Money;

/**
 * What became of a frozen chapter in the catalogue since.
 *
 * @param frozen what it comes to in the sheet
 * @param today what it would come to now; empty where it can't be priced any more. May equal {@code
 *     frozen} where only a name, a VAT rate or the composition changed
 */
public record ChapterChange(ItemCode code, String title, Money frozen, Optional<Money> today) {}
