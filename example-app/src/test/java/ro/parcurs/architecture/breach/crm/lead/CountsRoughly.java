package ro.parcurs.architecture.breach.crm.lead;

import java.math.BigDecimal;

record CountsRoughly(BigDecimal exact) {
  boolean isLarge() {
    return exact.doubleValue() > 1;
  }
}
