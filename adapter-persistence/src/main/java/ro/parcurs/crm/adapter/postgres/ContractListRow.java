package ro.parcurs.crm.adapter.postgres;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.ContractNumber;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Currency;

/** A line of the list of contracts. */
record ContractListRow(
    ContractId id,
    ContractNumber number,
    LocalDate signedOn,
    LocalDate startsOn,
    @Nullable LocalDate endsOn,
    LeadId lead,
    String leadName,
    Cui cui,
    @Nullable Currency currency,
    @Nullable BigDecimal net,
    boolean signed,
    long candidates)
    implements Gathered {}
