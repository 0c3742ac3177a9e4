package ro.parcurs.architecture.breach.crm.lead;

import java.sql.SQLException;

class SpeaksSql {
  void store() throws SQLException {}
}
