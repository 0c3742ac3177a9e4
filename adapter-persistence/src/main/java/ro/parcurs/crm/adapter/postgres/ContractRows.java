package ro.parcurs.crm.adapter.postgres;

import java.util.Objects;
import java.util.Optional;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.contract.Contract;
import ro.parcurs.crm.contract.ContractTerms;
import ro.parcurs.crm.contract.ContractValue;
import ro.parcurs.crm.contract.SignedFile;
import ro.parcurs.crm.contract.Term;
import ro.parcurs.crm.contract.usecase.ContractListItem;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Money;

/** Between the rows of {@code contract} and contracts. */
@Mapper(config = RowMapping.class)
interface ContractRows {

  @Mapping(target = "number", source = "terms.number")
  @Mapping(target = "signedOn", source = "terms.date")
  @Mapping(target = "startsOn", source = "terms.term.start")
  @Mapping(target = "endsOn", source = "terms.term.end")
  @Mapping(target = "paymentTerm", source = "terms.paymentTerm")
  @Mapping(target = "ourRepresentative", source = "terms.ourRepresentative")
  @Mapping(target = "clientRepresentative", source = "terms.clientRepresentative")
  @Mapping(target = "notes", source = "terms.notes")
  @Mapping(
      target = "offer",
      expression = "java(contract.value().map(value -> value.offer()).orElse(null))")
  @Mapping(
      target = "currency",
      expression = "java(contract.value().map(value -> value.currency()).orElse(null))")
  @Mapping(
      target = "net",
      expression = "java(contract.value().map(value -> value.net().amount()).orElse(null))")
  @Mapping(
      target = "gross",
      expression = "java(contract.value().map(value -> value.gross().amount()).orElse(null))")
  @Mapping(
      target = "file",
      expression = "java(contract.signedFile().map(copy -> copy.id()).orElse(null))")
  @Mapping(
      target = "fileName",
      expression = "java(contract.signedFile().map(copy -> copy.name()).orElse(null))")
  @Mapping(
      target = "fileSize",
      expression = "java(contract.signedFile().map(copy -> copy.size()).orElse(null))")
  @Mapping(
      target = "fileSha256",
      expression = "java(contract.signedFile().map(copy -> copy.sha256()).orElse(null))")
  @Mapping(
      target = "attachedBy",
      expression = "java(contract.signedFile().map(copy -> copy.attached().by()).orElse(null))")
  @Mapping(
      target = "attachedByName",
      expression = "java(contract.signedFile().map(copy -> copy.attached().name()).orElse(null))")
  @Mapping(
      target = "attachedAt",
      expression = "java(contract.signedFile().map(copy -> copy.attached().at()).orElse(null))")
  @Mapping(target = "addedBy", source = "added.by")
  @Mapping(target = "addedByName", source = "added.name")
  @Mapping(target = "addedAt", source = "added.at")
  @Mapping(target = "changedBy", source = "changed.by")
  @Mapping(target = "changedByName", source = "changed.name")
  @Mapping(target = "changedAt", source = "changed.at")
  ContractRow row(Contract.Snapshot contract);

  @Mapping(target = "terms", source = ".")
  @Mapping(target = "value", source = ".")
  @Mapping(target = "signedFile", source = ".")
  @Mapping(target = "added", expression = "java(added(row))")
  @Mapping(target = "changed", expression = "java(columns.changed(row))")
  Contract.Snapshot contract(ContractRow row);

  default ContractTerms terms(ContractRow row) {
    return new ContractTerms(
        row.number(),
        row.signedOn(),
        new Term(row.startsOn(), Optional.ofNullable(row.endsOn())),
        row.paymentTerm(),
        Optional.ofNullable(row.ourRepresentative()),
        Optional.ofNullable(row.clientRepresentative()),
        Optional.ofNullable(row.notes()));
  }

  default Optional<ContractValue> value(ContractRow row) {
    return Optional.ofNullable(row.offer())
        .map(
            offer -> {
              Currency currency = Objects.requireNonNull(row.currency());
              return new ContractValue(
                  offer,
                  new Money(Objects.requireNonNull(row.net()), currency),
                  new Money(Objects.requireNonNull(row.gross()), currency));
            });
  }

  default Optional<SignedFile> signedFile(ContractRow row) {
    return Optional.ofNullable(row.file())
        .map(
            file ->
                new SignedFile(
                    file,
                    Objects.requireNonNull(row.fileName()),
                    Objects.requireNonNull(row.fileSize()),
                    Objects.requireNonNull(row.fileSha256()),
                    new Stamp(
                        Objects.requireNonNull(row.attachedBy()),
                        Objects.requireNonNull(row.attachedByName()),
                        Objects.requireNonNull(row.attachedAt()))));
  }

  default Stamp added(ContractRow row) {
    return new Stamp(row.addedBy(), row.addedByName(), row.addedAt());
  }

  default ContractListItem item(ContractListRow row) {
    return new ContractListItem(
        row.id(),
        row.number(),
        row.signedOn(),
        new Term(row.startsOn(), Optional.ofNullable(row.endsOn())),
        row.lead(),
        row.leadName(),
        row.cui(),
        Optional.ofNullable(row.net())
            .map(net -> new Money(net, Objects.requireNonNull(row.currency()))),
        row.signed());
  }
}
