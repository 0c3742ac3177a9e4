package ro.parcurs.architecture.breach.crm.lead.usecase;

import org.hibernate.validator.HibernateValidator;

class ConfiguresTheValidator {
  Class<?> provider() {
    return HibernateValidator.class;
  }
}
