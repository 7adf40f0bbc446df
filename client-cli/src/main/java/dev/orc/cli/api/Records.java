package dev.orc.cli.api;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes records from a tree of maps, lists and plain values. Forgiving where versions differ:
 * fields that are not known are left out, fields that are missing are null, zero or false.
 * Stateless.
 */
final class Records {
  private static final RecordComponent[] NONE = {};

  private Records() {}

  static <T> T make(Class<T> type, Object tree) throws IOException {
    try {
      @SuppressWarnings("unchecked")
      T made = (T) value(type, tree);
      return made;
    } catch (ReflectiveOperationException
        | ClassCastException
        | IllegalArgumentException
        | DateTimeException e) {
      Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
      throw new IOException("no " + type.getSimpleName() + ": " + cause.getMessage(), e);
    }
  }

  private static Object value(Type type, Object tree) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType generic) {
      return tree == null ? null : container(generic, tree);
    }
    Class<?> plain = (Class<?>) type;
    if (tree == null) {
      return plain.isPrimitive() ? nothing(plain) : null;
    }
    if (SortedRecords.hasSorts(plain)) {
      Map<?, ?> fields = (Map<?, ?>) tree;
      Class<?> sort = SortedRecords.sort(plain, fields).orElse(null);
      return sort == null ? null : record(sort, fields);
    }
    if (plain.isRecord()) {
      return isWord(plain)
          ? plain.getDeclaredConstructor(String.class).newInstance((String) tree)
          : record(plain, (Map<?, ?>) tree);
    }
    return plain.isEnum() ? constant(plain, (String) tree) : scalar(plain, tree);
  }

  /** Whether it is one word with a type of its own: it stands in JSON as that word alone. */
  static boolean isWord(Class<?> type) {
    RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : NONE;
    return components.length == 1
        && components[0].getType() == String.class
        && components[0].getName().equals("word");
  }

  private static Object record(Class<?> type, Map<?, ?> tree) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i].getGenericType(), tree.get(components[i].getName()));
    }
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    return constructor.newInstance(values);
  }

  private static Object container(ParameterizedType type, Object tree)
      throws ReflectiveOperationException {
    Type[] inner = type.getActualTypeArguments();
    if (tree instanceof List<?> items) {
      List<Object> list = new ArrayList<>(items.size());
      for (Object item : items) {
        list.add(value(inner[0], item));
      }
      return list;
    }
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) tree).entrySet()) {
      map.put((String) entry.getKey(), value(inner[1], entry.getValue()));
    }
    return map;
  }

  private static Object scalar(Class<?> type, Object tree) {
    if (type == Instant.class) {
      return Instant.parse((String) tree);
    }
    if (type == Duration.class) {
      return Duration.parse((String) tree);
    }
    if (type == int.class || type == Integer.class) {
      return ((Number) tree).intValue();
    }
    return type == long.class || type == Long.class ? (Object) ((Number) tree).longValue() : tree;
  }

  private static Object constant(Class<?> type, String name) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("'" + name + "' is no " + type.getSimpleName());
  }

  private static Object nothing(Class<?> primitive) {
    if (primitive == boolean.class) {
      return false;
    }
    return primitive == long.class ? (Object) 0L : (Object) 0;
  }
}
