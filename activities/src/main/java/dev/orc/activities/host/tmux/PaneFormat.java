package dev.orc.activities.host.tmux;

import dev.orc.activities.host.tmux.Tmux.Pane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line in which tmux is asked to describe a pane, and its reading. The separator is printable,
 * since some versions escape what is not; a line that does not come apart as it should describes a
 * pane that is none of ours, and is left out. Pure.
 */
final class PaneFormat {
  private static final Logger LOG = LoggerFactory.getLogger(PaneFormat.class);
  private static final String SEPARATOR = "|~|";
  private static final Pattern SPLIT = Pattern.compile(Pattern.quote(SEPARATOR));
  private static final List<String> FIELDS =
      List.of(
          "pane_id",
          "window_id",
          "session_id",
          "pane_pid",
          "pane_dead",
          "pane_dead_status",
          "pane_dead_signal",
          "pane_in_mode",
          "window_activity",
          "session_name",
          "window_name",
          "@orc_project",
          "@orc_role",
          "@orc_incarnation",
          "@orc_window");

  static final String FORMAT =
      FIELDS.stream().map(name -> "#{" + name + "}").collect(Collectors.joining(SEPARATOR));

  private PaneFormat() {}

  static List<Pane> read(List<String> lines) {
    List<Pane> panes = new ArrayList<>();
    lines.forEach(line -> read(line).ifPresent(panes::add));
    return panes;
  }

  private static Optional<Pane> read(String line) {
    List<String> field = List.of(SPLIT.split(line, -1));
    if (field.size() != FIELDS.size() || !field.get(0).startsWith("%")) {
      LOG.debug("tmux described a pane in a line of {} fields", field.size());
      return Optional.empty();
    }
    return Optional.of(
        new Pane(
            field.get(0),
            field.get(1),
            field.get(2),
            field.get(9),
            field.get(10),
            number(field.get(3), 0L),
            field.get(4).equals("1"),
            asInteger(field.get(5)),
            signal(field.get(6)),
            number(field.get(7), 0L) > 0,
            number(field.get(8), 0L),
            field.get(11),
            field.get(12),
            (int) number(field.get(13), 0L),
            field.get(14)));
  }

  private static Integer asInteger(String text) {
    long number = number(text, -1L);
    return number < 0 ? null : Integer.valueOf((int) number);
  }

  private static Integer signal(String text) {
    Integer signal = asInteger(text);
    return signal == null || signal == 0 ? null : signal;
  }

  private static long number(String text, long otherwise) {
    try {
      return text.isEmpty() ? otherwise : Long.parseLong(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
