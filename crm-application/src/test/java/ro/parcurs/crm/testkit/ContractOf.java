package ro.parcurs.crm.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The driven ports that a contract is about, where its name doesn't tell: {@code LeadsContract} is
 * the contract of {@code Leads} without it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ContractOf {
  Class<?>[] value();
}
