package ro.parcurs.crm.adapter.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Units of work as transactions, one per thread. Mappers made here take part in the unit of the
 * thread that calls them; outside of one they can read, and only read.
 */
final class PostgresUnitOfWork implements UnitOfWork {

  private final SqlSessionFactory sessions;

  /** Each adapter has its own, so that two databases in one process don't share a unit. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Unit> current = new ThreadLocal<>();

  PostgresUnitOfWork(SqlSessionFactory sessions) {
    this.sessions = sessions;
  }

  @Override
  public <T> T inTransaction(Supplier<T> body) {
    Unit unit = current.get();
    return unit == null ? begun(writer(), body) : joined(unit, body);
  }

  private static <T> T joined(Unit unit, Supplier<T> body) {
    try {
      return body.get();
    } catch (Throwable failure) {
      unit.failed(failure);
      throw failure;
    }
  }

  @Override
  public <T> T reading(Supplier<T> body) {
    Unit unit = current.get();
    return unit == null ? begun(reader(), body) : joined(unit, body);
  }

  private Unit writer() {
    return new Unit(sessions.openSession(TransactionIsolationLevel.READ_COMMITTED), false);
  }

  private Unit reader() {
    return new Unit(sessions.openSession(TransactionIsolationLevel.REPEATABLE_READ), true);
  }

  private <T> T begun(Unit unit, Supplier<T> body) {
    current.set(unit);
    try {
      T result = body.get();
      unit.commit();
      return result;
    } catch (Throwable failure) {
      unit.rollback(failure);
      throw failure;
    } finally {
      current.remove();
      unit.close();
    }
  }

  /** A mapper for any number of threads. */
  <M> M mapper(Class<M> type) {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            method.getDeclaringClass() == Object.class
                ? method.invoke(this, arguments)
                : call(type, method, arguments);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private @Nullable Object call(Class<?> type, Method method, Object[] arguments) throws Throwable {
    Unit unit = current.get();
    if (unit == null || unit.onlyReads()) {
      requireReading(type, method);
    }
    if (unit != null) {
      return unit.call(type, method, arguments);
    }
    Unit alone = reader();
    try {
      Object result = alone.call(type, method, arguments);
      alone.commit();
      return result;
    } catch (Throwable failure) {
      alone.rollback(failure);
      throw failure;
    } finally {
      alone.close();
    }
  }

  private void requireReading(Class<?> type, Method method) {
    MappedStatement statement =
        sessions.getConfiguration().getMappedStatement(type.getName() + "." + method.getName());
    if (statement.getSqlCommandType() != SqlCommandType.SELECT || statement.isDirtySelect()) {
      throw new IllegalStateException(
          "written outside a unit of work: " + type.getSimpleName() + "." + method.getName());
    }
  }

  /** One transaction, of one thread. */
  private static final class Unit {

    private final SqlSession session;
    private final boolean onlyReads;
    private @Nullable Throwable failure;

    Unit(SqlSession session, boolean onlyReads) {
      this.session = session;
      this.onlyReads = onlyReads;
    }

    boolean onlyReads() {
      return onlyReads;
    }

    @Nullable Object call(Class<?> type, Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(session.getMapper(type), arguments);
      } catch (InvocationTargetException thrown) {
        RuntimeException translated =
            thrown.getCause() instanceof PersistenceException sql
                ? SqlFailures.ofStatement(sql)
                : new IllegalStateException("mapper " + type.getSimpleName(), thrown.getCause());
        failed(translated);
        throw translated;
      }
    }

    /** From now on the transaction can only be rolled back. */
    void failed(Throwable cause) {
      if (failure == null) {
        failure = cause;
      }
    }

    void commit() {
      if (failure != null) {
        throw new IllegalStateException("a part of the unit of work has failed", failure);
      }
      try {
        session.commit(true);
      } catch (PersistenceException e) {
        throw onlyReads ? SqlFailures.ofStatement(e) : SqlFailures.ofCommit(e);
      }
    }

    void rollback(Throwable reason) {
      try {
        session.rollback(true);
      } catch (RuntimeException alsoFailed) {
        // The connection is gone or goes back unfinished; either way the server rolls back.
        reason.addSuppressed(alsoFailed);
      }
    }

    void close() {
      session.close();
    }
  }
}
