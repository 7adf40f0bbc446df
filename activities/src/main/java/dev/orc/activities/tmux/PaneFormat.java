package dev.orc.activities.tmux;

import dev.orc.activities.tmux.Tmux.Pane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line in which tmux is asked to describe a pane, and its reading. The separator is printable,
 * since some versions escape others, and is taken out of every field that could hold it.
 */
final class PaneFormat {
  private static final Logger LOG = LoggerFactory.getLogger(PaneFormat.class);
  private static final String SEPARATOR = "\u241f";
  private static final Pattern SPLIT = Pattern.compile(SEPARATOR);

  private static final List<String> NUMBERS =
      List.of(
          "pane_id",
          "window_id",
          "session_id",
          "pane_pid",
          "pane_dead",
          "pane_dead_status",
          "pane_dead_signal",
          "pane_in_mode",
          "window_activity");
  private static final List<String> TEXTS =
      List.of("session_name", "window_name", "@orc_project", "@orc_role", "@orc_incarnation");

  static final String FORMAT =
      Stream.concat(
              NUMBERS.stream().map(name -> "#{" + name + "}"),
              TEXTS.stream().map(name -> "#{s/" + SEPARATOR + "/ /:" + name + "}"))
          .collect(Collectors.joining(SEPARATOR));

  private PaneFormat() {}

  static List<Pane> read(List<String> lines) {
    List<Pane> panes = new ArrayList<>();
    lines.forEach(line -> read(line).ifPresent(panes::add));
    return panes;
  }

  private static Optional<Pane> read(String line) {
    String[] field = SPLIT.split(line, -1);
    if (field.length != NUMBERS.size() + TEXTS.size() || !field[0].startsWith("%")) {
      LOG.debug("tmux described a pane in a line of {} fields", field.length);
      return Optional.empty();
    }
    return Optional.of(
        new Pane(
            field[0],
            field[1],
            field[2],
            field[9],
            field[10],
            number(field[3], 0L),
            field[4].equals("1"),
            asInteger(field[5]),
            signal(field[6]),
            number(field[7], 0L) > 0,
            number(field[8], 0L),
            field[11],
            field[12],
            (int) number(field[13], 0L)));
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
