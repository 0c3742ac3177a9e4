package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What holds for every mapper, found by going through all of them. */
class MappersTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private final Configuration configuration =
      Mappers.sessions(DATABASE.dataSource(), "", Optional.empty()).getConfiguration();
  private final Collection<Class<?>> mappers = configuration.getMapperRegistry().getMappers();

  @Test
  void every_mapper_that_has_xml_is_registered() {
    Set<String> registered = mappers.stream().map(Class::getSimpleName).collect(Collectors.toSet());
    assertThat(registered).isNotEmpty().allSatisfy(name -> assertThat(xml(name)).isNotEmpty());
  }

  @Test
  void every_method_has_a_statement_and_every_statement_a_method() {
    Set<String> methods =
        mappers.stream()
            .flatMap(mapper -> Arrays.stream(mapper.getMethods()))
            .filter(method -> !method.isDefault())
            .map(method -> method.getDeclaringClass().getName() + "." + method.getName())
            .collect(Collectors.toSet());
    assertThat(new HashSet<>(statements().stream().map(MappedStatement::getId).toList()))
        .isEqualTo(methods);
  }

  @Test
  void a_row_has_one_constructor_so_that_columns_go_by_name() {
    for (MappedStatement statement : statements()) {
      for (ResultMap result : statement.getResultMaps()) {
        if (result.getType().isRecord()) {
          assertThat(result.getType().getDeclaredConstructors()).as(statement.getId()).hasSize(1);
        }
      }
    }
  }

  @Test
  void what_is_selected_is_named_and_nothing_is_pasted_into_a_statement() {
    for (Class<?> mapper : mappers) {
      String xml = xml(mapper.getSimpleName()).toLowerCase(Locale.ROOT);
      assertThat(xml)
          .as(mapper.getSimpleName())
          .doesNotContain("${")
          .doesNotContainPattern("select\\s+(\\w+\\.)?\\*");
    }
  }

  @Test
  void a_select_that_writes_says_so() {
    List<String> silent =
        statements().stream()
            .filter(statement -> statement.getSqlCommandType() == SqlCommandType.SELECT)
            .filter(statement -> !statement.isDirtySelect())
            .map(MappedStatement::getId)
            .filter(id -> writes(xmlOf(id)))
            .toList();
    assertThat(silent).isEmpty();
  }

  private static boolean writes(String statement) {
    return statement.matches(
        "(?s).*\\b(insert\\s+into|update\\s+\\w+\\s+(as\\s+\\w+\\s+)?set|delete\\s+from)\\b.*");
  }

  private static String xmlOf(String id) {
    String mapper = id.substring(0, id.lastIndexOf('.'));
    String name = id.substring(id.lastIndexOf('.') + 1);
    String xml = xml(mapper.substring(mapper.lastIndexOf('.') + 1));
    int begin = xml.indexOf("id=\"" + name + "\"");
    if (begin < 0) {
      return "";
    }
    int end = xml.indexOf("</select>", begin);
    return end < 0 ? "" : xml.substring(begin, end);
  }

  private Set<MappedStatement> statements() {
    // The configuration knows each statement by its short name too, where that is unambiguous.
    return configuration.getMappedStatementNames().stream()
        .filter(name -> name.startsWith("ro.parcurs."))
        .map(configuration::getMappedStatement)
        .collect(Collectors.toSet());
  }

  private static String xml(String mapper) {
    try (InputStream stream = MappersTest.class.getResourceAsStream(mapper + ".xml")) {
      return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(mapper, e);
    }
  }
}
