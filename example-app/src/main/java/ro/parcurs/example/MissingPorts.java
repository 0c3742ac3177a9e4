package ro.parcurs.example;

import com.google.inject.AbstractModule;
import com.google.inject.ConfigurationException;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.spi.Dependency;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.InjectionPoint;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Ports without an adapter so far: calling one fails. Goes away with the last of them. */
final class MissingPorts extends AbstractModule {

  private final List<Module> modules;

  MissingPorts(List<Module> modules) {
    this.modules = modules;
  }

  @Override
  protected void configure() {
    Set<Key<?>> bound = new HashSet<>();
    Set<Key<?>> needed = new LinkedHashSet<>();
    for (Element element : Elements.getElements(modules)) {
      if (element instanceof com.google.inject.Binding<?> binding) {
        bound.add(binding.getKey());
        dependencies(binding.getKey()).forEach(d -> needed.add(d.getKey()));
      }
    }
    needed.removeAll(bound);
    needed.stream()
        .filter(key -> key.getTypeLiteral().getRawType().isInterface())
        .filter(key -> key.getTypeLiteral().getRawType().getName().startsWith("ro.parcurs"))
        .forEach(this::bindFailing);
  }

  private static List<Dependency<?>> dependencies(Key<?> key) {
    try {
      return InjectionPoint.forConstructorOf(key.getTypeLiteral()).getDependencies();
    } catch (ConfigurationException e) {
      return List.of();
    }
  }

  @SuppressWarnings("unchecked")
  private <T> void bindFailing(Key<T> key) {
    Class<T> type = (Class<T>) key.getTypeLiteral().getRawType();
    bind(key)
        .toInstance(
            type.cast(
                Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> {
                      if (method.getName().equals("toString")) {
                        return "no " + type.getSimpleName();
                      }
                      throw new UnsupportedOperationException("no adapter of " + type.getName());
                    })));
  }
}
