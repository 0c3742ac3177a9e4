package ro.parcurs.crm.adapter.postgres;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.executor.parameter.ParameterHandler;
import org.apache.ibatis.executor.resultset.ResultSetHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.type.TypeHandlerRegistry;
import ro.parcurs.crm.number.DocumentNumber;

/** How MyBatis is set up, and the list of its mappers. */
final class Mappers {

  /** Every mapper; its XML stands at the same place in the resources. */
  private static final List<Class<?>> ALL =
      List.of(
          // kernel
          CommandResultMapper.class,
          EventLogMapper.class,
          EventCursorMapper.class,
          NumberSeriesMapper.class,
          TimelineMapper.class,
          TimelineChainMapper.class,
          // lists
          PlanMapper.class,
          // leads
          LeadMapper.class,
          LeadListMapper.class,
          SavedFilterMapper.class,
          RegistryMapper.class,
          ImportRunMapper.class,
          // pursuits
          PursuitMapper.class,
          ResponsibilityMapper.class,
          // catalogue and evaluation
          CatalogueItemMapper.class,
          VatRateMapper.class,
          SheetMapper.class,
          // offers
          OfferMapper.class,
          OutboxMapper.class,
          // contracts and orders
          ContractMapper.class,
          FileMapper.class,
          ClientOrderMapper.class,
          ErpDocumentMapper.class);

  private Mappers() {}

  /**
   * @param beginning what every transaction begins with; may be empty
   * @param companies from which each transaction has the one it is for; empty where there is but
   *     one
   */
  static SqlSessionFactory sessions(
      DataSource dataSource, String beginning, Optional<Companies> companies) {
    Configuration configuration =
        new RecordReading(
            new Environment(
                "postgres",
                PostgresTransaction.factory(dataSource, beginning, companies),
                dataSource));
    // Otherwise a second select of the same row in a transaction would show what the first saw.
    configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    configuration.setCacheEnabled(false);
    configuration.getTypeHandlerRegistry().register(UUID.class, new UuidHandler());
    configuration.getTypeHandlerRegistry().register(List.class, new TextsHandler());
    configuration
        .getTypeHandlerRegistry()
        .register(DocumentNumber.class, new DocumentNumberHandler());
    Set<Type> seen = new HashSet<>();
    for (Class<?> mapper : ALL) {
      for (Method method : mapper.getMethods()) {
        registerValues(method.getGenericReturnType(), configuration.getTypeHandlerRegistry(), seen);
        for (Type parameter : method.getGenericParameterTypes()) {
          registerValues(parameter, configuration.getTypeHandlerRegistry(), seen);
        }
      }
    }
    ALL.forEach(configuration::addMapper);
    return new DefaultSqlSessionFactory(configuration);
  }

  /** Teaches MyBatis the value records that a mapper's parameters and rows are made of. */
  private static void registerValues(Type type, TypeHandlerRegistry handlers, Set<Type> seen) {
    if (!seen.add(type)) {
      return;
    }
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        registerValues(argument, handlers, seen);
      }
    } else if (type instanceof Class<?> value) {
      if (value.getPackage() != Mappers.class.getPackage() && ValueHandler.fits(value)) {
        register(value, handlers);
      } else if (value.isRecord()) {
        for (RecordComponent component : value.getRecordComponents()) {
          registerValues(component.getGenericType(), handlers, seen);
        }
      }
    }
  }

  /** MyBatis, except that rows which are records are read by {@link RecordResults}. */
  private static final class RecordReading extends Configuration {

    private final Map<String, Optional<RecordResults>> results = new ConcurrentHashMap<>();

    RecordReading(Environment environment) {
      super(environment);
    }

    @Override
    @SuppressWarnings("rawtypes") // as MyBatis has it
    public ResultSetHandler newResultSetHandler(
        Executor executor,
        MappedStatement statement,
        RowBounds bounds,
        ParameterHandler parameters,
        ResultHandler resultHandler,
        BoundSql sql) {
      Optional<RecordResults> records =
          results.computeIfAbsent(
              statement.getId(), absent -> RecordResults.of(statement, getTypeHandlerRegistry()));
      return records.isPresent()
          ? records.get()
          : super.newResultSetHandler(executor, statement, bounds, parameters, resultHandler, sql);
    }
  }

  private static <T> void register(Class<T> value, TypeHandlerRegistry handlers) {
    handlers.register(value, new ValueHandler<>(value));
  }
}
