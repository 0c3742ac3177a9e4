package ro.parcurs.crm.adapter.postgres;

import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** A list of texts as PostgreSQL's {@code text[]}. */
final class TextsHandler extends BaseTypeHandler<List<String>> {

  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int i, List<String> texts, JdbcType type) throws SQLException {
    statement.setArray(i, statement.getConnection().createArrayOf("text", texts.toArray()));
  }

  @Override
  public @Nullable List<String> getNullableResult(ResultSet rows, String name) throws SQLException {
    return texts(rows.getArray(name));
  }

  @Override
  public @Nullable List<String> getNullableResult(ResultSet rows, int index) throws SQLException {
    return texts(rows.getArray(index));
  }

  @Override
  public @Nullable List<String> getNullableResult(CallableStatement call, int index)
      throws SQLException {
    return texts(call.getArray(index));
  }

  private static @Nullable List<String> texts(@Nullable Array array) throws SQLException {
    return array == null ? null : List.of((String[]) array.getArray());
  }
}
