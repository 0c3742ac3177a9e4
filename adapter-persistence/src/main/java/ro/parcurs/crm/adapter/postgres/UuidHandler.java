package ro.parcurs.crm.adapter.postgres;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** A UUID as PostgreSQL's {@code uuid}. */
final class UuidHandler extends BaseTypeHandler<UUID> {

  @Override
  public void setNonNullParameter(PreparedStatement statement, int i, UUID value, JdbcType type)
      throws SQLException {
    statement.setObject(i, value);
  }

  @Override
  public @Nullable UUID getNullableResult(ResultSet rows, String name) throws SQLException {
    return rows.getObject(name, UUID.class);
  }

  @Override
  public @Nullable UUID getNullableResult(ResultSet rows, int index) throws SQLException {
    return rows.getObject(index, UUID.class);
  }

  @Override
  public @Nullable UUID getNullableResult(CallableStatement call, int index) throws SQLException {
    return call.getObject(index, UUID.class);
  }
}
