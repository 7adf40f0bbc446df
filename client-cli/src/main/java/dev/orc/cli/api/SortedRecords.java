package dev.orc.cli.api;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Records of several sorts behind one sealed interface. In JSON the field {@code is} says which
 * sort it is: the record's name in small letters, with dashes. Stateless.
 */
final class SortedRecords {
  private static final String SORT = "is";

  private SortedRecords() {}

  /** Whether it is an interface with sorts. */
  static boolean hasSorts(Class<?> type) {
    return type.isInterface() && type.isSealed();
  }

  /** The sort that a tree is of; empty for one of another version. */
  static Optional<Class<?>> sort(Class<?> type, Map<?, ?> tree) {
    return Arrays.stream(type.getPermittedSubclasses())
        .filter(sort -> name(sort).equals(tree.get(SORT)))
        .findFirst();
  }

  /** Whether a record is one of several sorts. */
  static boolean isSort(Class<?> type) {
    return type.isRecord() && Arrays.stream(type.getInterfaces()).anyMatch(SortedRecords::hasSorts);
  }

  /** Its fields, and before them which sort it is. */
  static Map<String, Object> tree(Object record) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(SORT, name(record.getClass()));
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        tree.put(component.getName(), component.getAccessor().invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException("cannot read " + component, e);
      }
    }
    return tree;
  }

  private static String name(Class<?> sort) {
    return sort.getSimpleName().replaceAll("(?<=.)(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
  }
}
