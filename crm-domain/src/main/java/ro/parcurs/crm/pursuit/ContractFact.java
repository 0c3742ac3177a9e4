package ro.parcurs.crm.pursuit;

import java.util.List;

/** What a pursuit has to know of its contract. */
public sealed interface ContractFact {

  /** There is no saved contract. */
  record None() implements ContractFact {}

  /**
   * There is a contract, and information that it can't do without is missing.
   *
   * @param blockingWarnings what is missing, at least one; constants that have a text
   */
  record Incomplete(List<? extends Enum<?>> blockingWarnings) implements ContractFact {
    public Incomplete {
      blockingWarnings = List.copyOf(blockingWarnings);
      if (blockingWarnings.isEmpty()) {
        throw new IllegalArgumentException("an incomplete contract that lacks nothing");
      }
    }
  }

  /** There is a contract without blocking warnings. */
  record Complete() implements ContractFact {}

  /** A contract with these blocking warnings. */
  static ContractFact of(List<? extends Enum<?>> blockingWarnings) {
    return blockingWarnings.isEmpty() ? new Complete() : new Incomplete(blockingWarnings);
  }

  /** The warnings that stand in the way; empty where there are none, or no contract. */
  default List<? extends Enum<?>> warnings() {
    return this instanceof Incomplete incomplete ? incomplete.blockingWarnings() : List.of();
  }
}
