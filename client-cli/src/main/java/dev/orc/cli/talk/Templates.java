package dev.orc.cli.talk;

import dev.orc.cli.command.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The shapes that messages between agents have: one topic each, always the same lines. */
final class Templates {
  private record Template(String head, List<String> required, List<String> optional, String foot) {}

  private static final Map<String, Template> ALL =
      Map.of(
          "status-request",
          new Template(
              "STATUS REQUEST",
              List.of(),
              List.of("about"),
              "Answer with: completed, current, blocked, ETA."),
          "status",
          new Template("STATUS", List.of("completed", "current"), List.of("blocked", "eta"), ""),
          "task",
          new Template(
              "TASK",
              List.of("title"),
              List.of("objective", "criteria", "priority"),
              "Report done when the criteria are met, blocked when something is in the way."));

  private Templates() {}

  /** The text of a template with its fields, each {@code key=value}. */
  static String fill(String name, List<String> fields) {
    Template template = ALL.get(name);
    if (template == null) {
      throw Failure.usage(
          "there is no template '" + name + "'",
          "Use one of: " + ALL.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    Map<String, String> values = values(fields);
    StringBuilder text = new StringBuilder(template.head());
    for (String field : template.required()) {
      if (!values.containsKey(field)) {
        throw Failure.usage(
            "template " + name + " needs " + field, "Add --field " + field + "=...");
      }
      line(text, field, values.remove(field));
    }
    for (String field : template.optional()) {
      line(text, field, values.remove(field));
    }
    if (!values.isEmpty()) {
      throw Failure.usage(
          "template " + name + " has no field " + values.keySet().iterator().next(),
          "Its fields: " + known(template));
    }
    return template.foot().isEmpty()
        ? text.toString()
        : text.append('\n').append(template.foot()).toString();
  }

  private static Map<String, String> values(List<String> fields) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String field : fields) {
      int equals = field.indexOf('=');
      if (equals < 1) {
        throw Failure.usage("'" + field + "' is not key=value", "Say --field title=\"...\"");
      }
      values.put(field.substring(0, equals), field.substring(equals + 1));
    }
    return values;
  }

  private static void line(StringBuilder text, String field, String value) {
    if (value != null) {
      text.append('\n').append(Character.toUpperCase(field.charAt(0))).append(field.substring(1));
      text.append(": ").append(value);
    }
  }

  private static String known(Template template) {
    return String.join(", ", template.required())
        + (template.required().isEmpty() ? "" : ", ")
        + String.join(", ", template.optional());
  }
}
