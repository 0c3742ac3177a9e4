package ro.parcurs.crm.adapter.postgres;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.number.DocumentNumber;

/** A document number as the text that people see. */
final class DocumentNumberHandler extends BaseTypeHandler<DocumentNumber> {

  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int i, DocumentNumber value, JdbcType type) throws SQLException {
    statement.setString(i, value.toString());
  }

  @Override
  public @Nullable DocumentNumber getNullableResult(ResultSet rows, String name)
      throws SQLException {
    return number(rows.getString(name));
  }

  @Override
  public @Nullable DocumentNumber getNullableResult(ResultSet rows, int index) throws SQLException {
    return number(rows.getString(index));
  }

  @Override
  public @Nullable DocumentNumber getNullableResult(CallableStatement call, int index)
      throws SQLException {
    return number(call.getString(index));
  }

  private static @Nullable DocumentNumber number(@Nullable String stored) {
    return stored == null ? null : DocumentNumber.parse(stored);
  }
}
