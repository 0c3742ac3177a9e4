package ro.parcurs.crm.adapter.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.work.OutcomeUnknown;
import ro.parcurs.crm.work.StoreFault;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Units of work as transactions, one per thread. Mappers made here take part in the unit of the
 * thread that calls them; outside of one they can read, and only read. Where the thread is in a
 * transaction of the embedding application, a unit is a part of that.
 */
final class PostgresUnitOfWork implements UnitOfWork {

  private final SqlSessionFactory sessions;
  private final Optional<Companies> companies;

  /** Each adapter has its own, so that two databases in one process don't share a unit. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Unit> current = new ThreadLocal<>();

  private final List<Runnable> lastActions = new CopyOnWriteArrayList<>();

  /** The connection on which the host's transaction is, where there is one. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Connection> host = new ThreadLocal<>();

  /**
   * @param companies from which each unit has the one it is for; empty where there is but one
   */
  PostgresUnitOfWork(SqlSessionFactory sessions, Optional<Companies> companies) {
    this.sessions = sessions;
    this.companies = companies;
  }

  /** Runs the body with the units of this thread in the transaction on the connection. */
  <T> T inTransactionOf(Connection connection, Supplier<T> body) {
    if (current.get() != null) {
      throw new IllegalStateException(
          "a unit of work is under way in this thread; a transaction is joined before it begins");
    }
    Connection outer = host.get();
    if (outer != null && outer != connection) {
      throw new IllegalStateException(
          "this thread is in the transaction of another connection already");
    }
    host.set(HostTransaction.requireTransaction(connection));
    try {
      return body.get();
    } finally {
      if (outer == null) {
        host.remove();
      }
    }
  }

  /** Runs the body with the units of this thread in the company's schema. */
  <T> T inCompany(SchemaName company, Supplier<T> body) {
    Companies all = requireCompanies();
    if (current.get() != null && !all.chosen().equals(company)) {
      throw new IllegalStateException(
          "a unit of work of company \"%s\" is under way in this thread; \"%s\" has to wait for its end"
              .formatted(all.chosen(), company));
    }
    return all.inCompany(company, body);
  }

  /**
   * @throws IllegalStateException when there is but one company
   */
  Companies requireCompanies() {
    return companies.orElseThrow(
        () -> new IllegalStateException("this adapter was not opened for several companies"));
  }

  /** What every unit of work that may write does last, before it is committed. */
  void beforeCommit(Runnable action) {
    lastActions.add(action);
  }

  /** Whether the unit of work under way only reads. */
  boolean isReading() {
    Unit unit = current.get();
    return unit != null && unit.onlyReads();
  }

  /** Something that belongs to the unit of work under way, made at its first use. */
  <P> P part(Class<P> type, Supplier<P> first) {
    return requireWriting().part(type, first);
  }

  /** The same where it is there already. */
  <P> Optional<P> findPart(Class<P> type) {
    Unit unit = current.get();
    return unit == null ? Optional.empty() : unit.findPart(type);
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

  @Override
  public boolean isUnderWay() {
    return current.get() != null || host.get() != null;
  }

  @Override
  public void whenEnded(Consumer<Ending> action) {
    requireWriting().whenEnded.add(action);
  }

  private Unit requireWriting() {
    Unit unit = current.get();
    if (unit == null || unit.onlyReads()) {
      throw new IllegalStateException("written outside a unit of work");
    }
    return unit;
  }

  private Unit writer() {
    return unit(TransactionIsolationLevel.READ_COMMITTED, false);
  }

  private Unit reader() {
    return unit(TransactionIsolationLevel.REPEATABLE_READ, true);
  }

  private Unit unit(TransactionIsolationLevel isolation, boolean onlyReads) {
    companies.ifPresent(Companies::chosen);
    Connection connection = host.get();
    return connection == null
        ? new Unit(sessions.openSession(isolation), onlyReads, false)
        : new Unit(
            sessions.openSession(HostTransaction.requireTransaction(connection)), onlyReads, true);
  }

  private <T> T begun(Unit unit, Supplier<T> body) {
    Ending ending = Ending.ROLLED_BACK;
    current.set(unit);
    try {
      T result = body.get();
      unit.requireSound();
      lastActions.forEach(Runnable::run);
      unit.commit();
      ending = unit.hosted ? Ending.LEFT_TO_HOST : Ending.COMMITTED;
      return result;
    } catch (Throwable failure) {
      ending = failure instanceof OutcomeUnknown ? Ending.UNKNOWN : Ending.ROLLED_BACK;
      unit.rollback(failure);
      throw failure;
    } finally {
      current.remove();
      unit.close(ending);
    }
  }

  /**
   * Runs a statement that may collide with a key that other work has written at the same moment,
   * which no look beforehand can see. After a collision the unit of work stands where it stood
   * before the statement, so that who has the key can be looked up and told.
   *
   * @param statement one call of a mapper
   * @param collided makes what is thrown after a collision
   */
  int colliding(IntSupplier statement, Function<StoreFault, RuntimeException> collided) {
    Unit unit = current.get();
    if (unit == null) {
      return statement.getAsInt();
    }
    Savepoint before = unit.mark();
    try {
      int rows = statement.getAsInt();
      unit.release(before);
      return rows;
    } catch (StoreFault fault) {
      if (!SqlFailures.isCollision(fault)) {
        throw fault;
      }
      unit.returnTo(before, fault);
      throw collided.apply(fault);
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

  /** What is written past the mappers. */
  @FunctionalInterface
  interface Writing {

    void on(Connection connection) throws SQLException;
  }

  /** Writes past the mappers, on the connection of the unit of work under way. */
  void write(Writing writing) {
    requireWriting().write(writing);
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
      alone.close(Ending.COMMITTED);
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

  /** Something that is asked of the connection itself. */
  @FunctionalInterface
  private interface OnConnection<T> {
    T run() throws SQLException;
  }

  /** One transaction, or a part of the host's, of one thread. */
  private static final class Unit {

    private final SqlSession session;
    private final boolean onlyReads;
    private final boolean hosted;
    private final Map<Class<?>, Object> parts = new HashMap<>();
    private final List<Consumer<Ending>> whenEnded = new ArrayList<>();
    private @Nullable Throwable failure;

    Unit(SqlSession session, boolean onlyReads, boolean hosted) {
      this.session = session;
      this.onlyReads = onlyReads;
      this.hosted = hosted;
    }

    boolean onlyReads() {
      return onlyReads;
    }

    @Nullable Object call(Class<?> type, Method method, Object[] arguments) throws Throwable {
      try {
        // So nobody looks at every call whether this class may call it.
        method.setAccessible(true);
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

    void write(Writing writing) {
      try {
        told(
            () -> {
              writing.on(session.getConnection());
              return writing;
            });
      } catch (RuntimeException e) {
        failed(e);
        throw e;
      }
    }

    /** From now on the transaction can only be rolled back. */
    void failed(Throwable cause) {
      if (failure == null) {
        failure = cause;
      }
    }

    Savepoint mark() {
      return told(() -> session.getConnection().setSavepoint());
    }

    void release(Savepoint mark) {
      told(
          () -> {
            session.getConnection().releaseSavepoint(mark);
            return mark;
          });
    }

    /** Takes back what was done since, a statement that failed among it. */
    void returnTo(Savepoint mark, Throwable failed) {
      told(
          () -> {
            session.getConnection().rollback(mark);
            return mark;
          });
      if (failure == failed) {
        failure = null;
      }
    }

    private <T> T told(OnConnection<T> action) {
      try {
        return action.run();
      } catch (SQLException e) {
        RuntimeException translated = SqlFailures.ofStatement(new PersistenceException(e));
        failed(translated);
        throw translated;
      }
    }

    <P> P part(Class<P> type, Supplier<P> first) {
      return type.cast(parts.computeIfAbsent(type, absent -> first.get()));
    }

    <P> Optional<P> findPart(Class<P> type) {
      return Optional.ofNullable(parts.get(type)).map(type::cast);
    }

    void requireSound() {
      if (failure != null) {
        throw new IllegalStateException("a part of the unit of work has failed", failure);
      }
    }

    void commit() {
      requireSound();
      try {
        session.commit(true);
      } catch (PersistenceException e) {
        throw onlyReads || hosted ? SqlFailures.ofStatement(e) : SqlFailures.ofCommit(e);
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

    void close(Ending ending) {
      try {
        session.close();
      } finally {
        whenEnded.forEach(action -> action.accept(ending));
      }
    }
  }
}
