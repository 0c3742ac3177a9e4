package ro.parcurs.crm.contract.usecase;

import java.time.LocalDate;
import java.util.Optional;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.ContractNumber;
import ro.parcurs.crm.contract.Term;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Money;

/**
 * A line of the list of contracts.
 *
 * @param net its value before VAT; empty while it stands on no offer
 * @param signed whether a signed copy is attached
 */
public record ContractListItem(
    ContractId id,
    ContractNumber number,
    LocalDate date,
    Term term,
    LeadId lead,
    String leadName,
    Cui cui,
    Optional<Money> net,
    boolean signed) {}
