package dev.orc.activities.plan.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of a section as a list: of sentences, or of commands. Stateless. */
final class ListItems {
  private static final Pattern BULLET =
      Pattern.compile("\\s*(?:[-*+]|\\d{1,3}[.)])\\s+(?:\\[[ xX]\\]\\s+)?(.*)");

  private ListItems() {}

  /** One entry for each bullet, number or paragraph; what is indented below it belongs to it. */
  static List<String> sentences(List<String> lines) {
    List<String> items = new ArrayList<>();
    boolean open = false;
    for (String line : lines) {
      Matcher bullet = BULLET.matcher(line);
      if (line.isBlank() || fence(line) || line.startsWith("#")) {
        open = false;
      } else if (bullet.matches()) {
        items.add(bullet.group(1).strip());
        open = true;
      } else if (open) {
        items.add(items.remove(items.size() - 1) + " " + line.strip());
      } else {
        items.add(line.strip());
        open = true;
      }
    }
    return items.stream().filter(item -> !item.isEmpty()).toList();
  }

  /** One entry for each command line, whether it is a bullet, quoted as code, or in a fence. */
  static List<String> commands(List<String> lines) {
    List<String> commands = new ArrayList<>();
    StringBuilder unfinished = new StringBuilder();
    boolean fenced = false;
    for (String line : lines) {
      if (fence(line)) {
        fenced = !fenced;
        continue;
      }
      String command = fenced ? line.strip() : unquoted(line);
      if (command.endsWith("\\")) {
        unfinished.append(command, 0, command.length() - 1);
      } else if (!command.isEmpty() && !command.startsWith("#")) {
        commands.add(unfinished + command);
        unfinished.setLength(0);
      }
    }
    return commands;
  }

  private static String unquoted(String line) {
    Matcher bullet = BULLET.matcher(line);
    String command = (bullet.matches() ? bullet.group(1) : line).strip();
    boolean quoted = command.length() > 2 && command.startsWith("`") && command.endsWith("`");
    String inner = quoted ? command.substring(1, command.length() - 1) : command;
    String bare = inner.startsWith("$ ") ? inner.substring(2) : inner;
    return bare.strip();
  }

  private static boolean fence(String line) {
    return line.stripLeading().startsWith("```") || line.stripLeading().startsWith("~~~");
  }
}
