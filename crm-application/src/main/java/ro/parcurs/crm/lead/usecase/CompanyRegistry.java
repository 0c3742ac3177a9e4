package ro.parcurs.crm.lead.usecase;

import ro.parcurs.crm.company.Cui;

/**
 * The public registry of companies. Implementations answer within seconds whatever happens there,
 * and never throw: what goes wrong is an answer. Called only outside a unit of work.
 */
@FunctionalInterface
public interface CompanyRegistry {

  /** The binding where no registry is connected. */
  CompanyRegistry NONE = cui -> new RegistryAnswer.NotConnected();

  RegistryAnswer lookUp(Cui cui);
}
