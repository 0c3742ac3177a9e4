package ro.parcurs.crm.evaluation.usecase;

import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.SheetState;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.pursuit.PursuitId;

/**
 * A sheet as lists show it.
 *
 * @param lines how many items are on it
 * @param net what it comes to before VAT; empty unless finalised
 * @param changed by whom last, and when
 */
public record SheetListItem(
    SheetId id,
    DocumentNumber number,
    SheetState state,
    LeadId lead,
    String leadName,
    PursuitId pursuit,
    int lines,
    Optional<Money> net,
    Stamp added,
    Stamp changed) {}
