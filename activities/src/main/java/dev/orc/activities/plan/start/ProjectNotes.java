package dev.orc.activities.plan.start;

import dev.orc.base.text.CleanText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people have written down in a repository's root: what it is, what is open, what agents have
 * to keep to. A link that leads out of the repository is not there.
 *
 * @param title of the README, else the folder's name
 * @param about the README's first sentences; empty without one
 * @param open what is not done yet, each with its place
 * @param rules the files that are written for agents
 * @param sources one line for each file that was read
 */
record ProjectNotes(
    String title, String about, List<String> open, List<String> rules, List<String> sources) {
  private static final List<String> READMES = List.of("README.md", "README", "readme.md");
  private static final List<String> LISTS =
      List.of("TODO.md", "TODO", "ROADMAP.md", "TASKS.md", "todo.md", "roadmap.md", "tasks.md");
  private static final List<String> RULES =
      List.of("AGENTS.md", "CLAUDE.md", "GEMINI.md", "CONTRIBUTING.md");
  private static final Pattern ITEM =
      Pattern.compile("\\s*(?:[-*+]|\\d{1,3}[.)])\\s+(?:\\[( |x|X)]\\s+)?(.+)");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*)");
  private static final Pattern OVER =
      Pattern.compile("(?i).*\\b(done|finished|completed|released|shipped)\\b.*");
  private static final int MOST_BYTES = 128 * 1024;
  private static final int MOST_OPEN = 30;
  private static final int ABOUT = 300;
  private static final int TITLE = 80;

  static ProjectNotes of(Path root) {
    List<String> sources = new ArrayList<>();
    String title = root.getFileName() == null ? "project" : root.getFileName().toString();
    String about = "";
    for (String name : READMES) {
      List<String> lines = lines(root, name);
      if (!lines.isEmpty() && about.isEmpty()) {
        title =
            lines.stream()
                .map(ProjectNotes::heading)
                .filter(h -> !h.isEmpty())
                .findFirst()
                .orElse(title);
        about = paragraph(lines);
        sources.add(name + ": what it is");
        break;
      }
    }
    List<String> open = new ArrayList<>();
    for (String name : LISTS) {
      List<String> found = open(name, lines(root, name));
      if (!found.isEmpty() && open.stream().noneMatch(found::contains)) {
        open.addAll(found);
        sources.add(name + ": " + found.size() + " open");
      }
    }
    List<String> rules = RULES.stream().filter(name -> !lines(root, name).isEmpty()).toList();
    rules.forEach(name -> sources.add(name + ": what agents keep to"));
    return new ProjectNotes(
        CleanText.oneLine(title, TITLE),
        about,
        open.stream().limit(MOST_OPEN).toList(),
        rules,
        sources);
  }

  /** List items that are not ticked, but not those below a heading that says they are done. */
  private static List<String> open(String file, List<String> lines) {
    List<String> open = new ArrayList<>();
    boolean over = false;
    for (int i = 0; i < lines.size(); i++) {
      String heading = heading(lines.get(i));
      over = heading.isEmpty() ? over : OVER.matcher(heading).matches();
      Matcher item = ITEM.matcher(lines.get(i));
      boolean ticked = item.matches() && "x".equalsIgnoreCase(item.group(1));
      if (item.matches() && !over && !ticked && !item.group(2).startsWith("~~")) {
        open.add(item.group(2).strip() + " (" + file + ":" + (i + 1) + ")");
      }
    }
    return open;
  }

  private static String heading(String line) {
    Matcher heading = HEADING.matcher(line);
    return heading.matches() ? heading.group(1).strip() : "";
  }

  /** The first lines that are prose: no heading, picture, badge, list or fence. */
  private static String paragraph(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      boolean prose = line.matches("[\\p{L}\\p{N}\"'`*_(].*") && !line.startsWith("```");
      if (prose && !ITEM.matcher(line).matches()) {
        text.append(line.strip()).append(' ');
      } else if (text.length() > 0) {
        break;
      }
    }
    return CleanText.oneLine(text.toString(), ABOUT);
  }

  private static List<String> lines(Path root, String name) {
    Path file = root.resolve(name);
    try {
      if (!Files.isRegularFile(file)
          || !file.toRealPath().startsWith(root.toRealPath())
          || !file.toRealPath().getFileName().toString().equals(name)) {
        return List.of();
      }
      try (InputStream in = Files.newInputStream(file)) {
        return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).lines().toList();
      }
    } catch (IOException unreadable) {
      return List.of(); // what nobody can read tells nothing
    }
  }
}
