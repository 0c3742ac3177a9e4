package ro.parcurs.crm.contract.usecase;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.contract.ContractNumber;
import ro.parcurs.crm.contract.ContractTerms;
import ro.parcurs.crm.contract.PaymentTerm;
import ro.parcurs.crm.contract.Term;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.validation.CrossCheck;
import ro.parcurs.crm.validation.Given;
import ro.parcurs.crm.validation.PlainText;

/**
 * What the two sides agreed on, as it is filled in.
 *
 * @param number the parties' own; missing or blank for the next one of the series {@code CT}, or
 *     for the one that the contract has already
 * @param openEnded whether it has no end; otherwise the end is required
 */
@CrossCheck
public record ContractData(
    @PlainText(max = ContractNumber.MAX_LENGTH) @Nullable String number,
    @NotNull @Nullable LocalDate date,
    @NotNull @Nullable LocalDate start,
    boolean openEnded,
    @Nullable LocalDate end,
    @NotNull @Min(0) @Max(PaymentTerm.MAX_DAYS) @Nullable Integer paymentTermDays,
    @PlainText(max = ContractTerms.MAX_REPRESENTATIVE) @Nullable String ourRepresentative,
    @PlainText(max = ContractTerms.MAX_REPRESENTATIVE) @Nullable String clientRepresentative,
    @PlainText(max = ContractTerms.MAX_NOTES) @Nullable String notes)
    implements CrossCheck.Carrier {

  @Override
  public void checkFields() {
    if (openEnded && end != null) {
      throw InvalidInput.of("end", "not-allowed");
    }
    if (!openEnded && end == null) {
      throw InvalidInput.of("end", "required");
    }
    if (start != null) {
      var unused = new Term(start, Optional.ofNullable(end));
    }
  }

  /** The number, where one was filled in. */
  Optional<ContractNumber> givenNumber() {
    return Given.value(number, ContractNumber::new);
  }

  /** The terms, once the faults are told. */
  ContractTerms terms(ContractNumber number) {
    return new ContractTerms(
        number,
        Objects.requireNonNull(date),
        new Term(Objects.requireNonNull(start), Optional.ofNullable(end)),
        new PaymentTerm(Objects.requireNonNull(paymentTermDays)),
        Given.text(ourRepresentative),
        Given.text(clientRepresentative),
        Given.text(notes));
  }
}
