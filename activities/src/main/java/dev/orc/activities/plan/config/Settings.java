package dev.orc.activities.plan.config;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.base.text.HumanDuration;
import dev.orc.base.text.Nearest;
import dev.orc.workflows.model.ProjectSettings;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Changes {@link ProjectSettings} by name: {@code stuck-after} is the record's {@code stuckAfter}.
 * Stateless.
 */
public final class Settings {
  private static final RecordComponent[] COMPONENTS = ProjectSettings.class.getRecordComponents();

  private Settings() {}

  /** The names of all settings, as they are written in a configuration. */
  public static List<String> names() {
    return Stream.of(COMPONENTS).map(Settings::name).toList();
  }

  /** Those that differ from the defaults, as {@link #changed} takes them. */
  public static List<String> differing(ProjectSettings settings) {
    return Stream.of(COMPONENTS)
        .filter(c -> !current(c, settings).equals(current(c, ProjectSettings.DEFAULTS)))
        .map(component -> name(component) + "=" + written(current(component, settings)))
        .toList();
  }

  /**
   * Applies changes of the form {@code key=value}.
   *
   * @throws Refusal when one is not right
   */
  public static ProjectSettings changed(ProjectSettings settings, List<String> changes) {
    ProjectSettings changed = settings;
    for (String change : changes) {
      int equals = change.indexOf('=');
      if (equals < 0) {
        throw new Refusal(
            Kind.USAGE, "setting '" + change + "' has no value", "write it as stuck-after=45m");
      }
      try {
        changed = with(changed, change.substring(0, equals), change.substring(equals + 1));
      } catch (IllegalArgumentException e) {
        throw new Refusal(
            Kind.USAGE,
            "setting '" + change + "': " + e.getMessage(),
            "the settings are " + String.join(", ", names()));
      }
    }
    return changed;
  }

  /**
   * The settings with one of them changed.
   *
   * @throws IllegalArgumentException that says what would be right
   */
  static ProjectSettings with(ProjectSettings settings, String key, String value) {
    Object[] values = new Object[COMPONENTS.length];
    boolean found = false;
    for (int i = 0; i < COMPONENTS.length; i++) {
      boolean meant = name(COMPONENTS[i]).equals(kebab(key.strip()));
      values[i] = meant ? read(COMPONENTS[i], value.strip()) : current(COMPONENTS[i], settings);
      found |= meant;
    }
    if (!found) {
      throw new IllegalArgumentException("there is no setting '" + key + "'" + guess(key));
    }
    return made(values);
  }

  private static String written(Object value) {
    return value instanceof Duration time ? HumanDuration.text(time) : String.valueOf(value);
  }

  static String guess(String key) {
    return Nearest.to(kebab(key), names()).map(near -> "; did you mean " + near + "?").orElse("");
  }

  private static Object read(RecordComponent component, String value) {
    if (component.getType() == Duration.class) {
      return HumanDuration.parse(value);
    }
    if (component.getType() == Boolean.class) {
      return truth(value);
    }
    if (component.getType() == int.class && value.matches("[0-9]{1,9}")) {
      return Integer.valueOf(value);
    }
    throw new IllegalArgumentException("'" + value + "' is not a whole number of 0 or more");
  }

  private static Boolean truth(String value) {
    if (value.equals("true") || value.equals("false")) {
      return Boolean.valueOf(value);
    }
    throw new IllegalArgumentException("'" + value + "' is neither true nor false");
  }

  private static String name(RecordComponent component) {
    return kebab(component.getName());
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Object current(RecordComponent component, ProjectSettings settings) {
    try {
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ProjectSettings made(Object[] values) {
    Class<?>[] types = Stream.of(COMPONENTS).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return ProjectSettings.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
