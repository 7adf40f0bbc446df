package dev.orc.activities.agent.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the question that stands at the end of a screen. Thread-safe: immutable. */
final class DialogReader {
  private static final int WORDS = 300;

  /** The border of a box that a question stands in. */
  private static final Pattern FRAME = Pattern.compile("(?m)^[\\s│┃]+|[\\s│┃█]+$");

  private final DriverFile file;

  DialogReader(DriverFile file) {
    this.file = file;
  }

  Optional<Dialog> read(ScreenLines screen) {
    ScreenLines lines = shown(screen);
    for (DriverFile.Dialog kind : file.dialogs()) {
      Optional<Matcher> found = lines.find(kind.shows());
      if (found.isPresent()) {
        return Optional.of(dialog(kind, label(kind, found.get()), lines));
      }
    }
    return Optional.empty();
  }

  private static String label(DriverFile.Dialog kind, Matcher found) {
    return kind.label() == null ? asked(found) : kind.label();
  }

  /** What the mark's groups have found: the question, the command, the choices. */
  private static String asked(Matcher found) {
    return cut(
        IntStream.rangeClosed(1, found.groupCount())
            .mapToObj(found::group)
            .filter(part -> part != null && !part.isBlank())
            .map(part -> FRAME.matcher(part).replaceAll(" ").strip())
            .collect(Collectors.joining(" · ")),
        WORDS);
  }

  /** From the last line that begins a question on; one with a choice right below it is inside. */
  private ScreenLines shown(ScreenLines screen) {
    DriverFile.Menu menu = file.menu();
    if (menu == null || menu.top() == null) {
      return screen;
    }
    for (int i = screen.size() - 2; i >= 0; i--) {
      if (screen.shows(menu.top(), i) && !Choices.begins(screen, menu, i + 1)) {
        return screen.part(i, screen.size());
      }
    }
    return screen;
  }

  private Dialog dialog(DriverFile.Dialog kind, String label, ScreenLines lines) {
    DriverFile.Menu menu = file.menu();
    if (menu == null) {
      return new Dialog(kind, label, List.of(), -1);
    }
    Choices choices = Choices.read(lines, menu);
    List<String> said = new ArrayList<>();
    for (int i = 0; i < choices.from(); i++) {
      String line = lines.lines().get(i).strip();
      if (!line.isEmpty() && !lines.shows(menu.noise(), i)) {
        said.add(line);
      }
    }
    return new Dialog(
        kind, words(label, said, choices.labels()), choices.labels(), choices.marked());
  }

  private static String words(String label, List<String> said, List<String> options) {
    String asked = said.isEmpty() ? label : String.join(" ", said);
    String choices = options.isEmpty() ? "" : " (" + String.join(" / ", options) + ")";
    int room = Math.max(WORDS / 2, WORDS - choices.length());
    return cut(cut(asked, room) + choices, WORDS);
  }

  private static String cut(String text, int length) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= length ? line : line.substring(0, length - 1) + "…";
  }
}
