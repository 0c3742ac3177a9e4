package ro.parcurs.crm.contract;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.text.Text;

/**
 * What the two sides agreed on, beside the offer.
 *
 * @param date of the signature
 * @param ourRepresentative who signs for us; at most {@value #MAX_REPRESENTATIVE} characters
 * @param clientRepresentative who signs for the client; at most {@value #MAX_REPRESENTATIVE}
 *     characters
 * @param notes at most {@value #MAX_NOTES} characters
 */
public record ContractTerms(
    ContractNumber number,
    LocalDate date,
    Term term,
    PaymentTerm paymentTerm,
    Optional<String> ourRepresentative,
    Optional<String> clientRepresentative,
    Optional<String> notes) {

  public static final int MAX_REPRESENTATIVE = 150;
  public static final int MAX_NOTES = 4000;

  public ContractTerms {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(term, "term");
    Objects.requireNonNull(paymentTerm, "paymentTerm");
    ourRepresentative =
        ourRepresentative.flatMap(
            text -> Text.optional("ourRepresentative", text, MAX_REPRESENTATIVE));
    clientRepresentative =
        clientRepresentative.flatMap(
            text -> Text.optional("clientRepresentative", text, MAX_REPRESENTATIVE));
    notes = notes.flatMap(text -> Text.optional("notes", text, MAX_NOTES));
  }
}
