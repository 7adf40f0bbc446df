package dev.orc.cli.screen;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of Markdown as a terminal shows it: headings without their marks, tables lined up with the
 * last column going on below, and moments by the reader's clock. Immutable.
 */
public record MarkdownText(WallTime times, int columns, Paint paint) {
  private static final String GAP = "  ";
  private static final int NARROWEST_LAST = 20;
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");
  private static final Pattern RULE = Pattern.compile("\\|(?: *:?-+:? *\\|)+");
  private static final Pattern CELLS = Pattern.compile("(?<!\\\\)\\|");
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z");

  public List<String> lines(String markdown) {
    List<String> lines = new ArrayList<>();
    List<List<String>> table = new ArrayList<>();
    for (String raw : Clean.lines(markdown).replace('\t', ' ').split("\n", -1)) {
      String line = raw.stripTrailing();
      if (line.startsWith("|")) {
        if (!RULE.matcher(line).matches()) {
          table.add(cells(line));
        }
        continue;
      }
      tableEnds(lines, table);
      text(lines, line);
    }
    tableEnds(lines, table);
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  private void text(List<String> lines, String line) {
    var heading = HEADING.matcher(line);
    boolean empty = line.isEmpty();
    if (empty && (lines.isEmpty() || lines.get(lines.size() - 1).isEmpty())) {
      return;
    }
    if (heading.matches()) {
      Width.wrapped(heading.group(1), columns).forEach(part -> lines.add(paint.bold(part)));
    } else if (line.startsWith("- ")) {
      List<String> parts = Width.wrapped(line.substring(2), columns - GAP.length());
      for (int i = 0; i < parts.size(); i++) {
        lines.add((i == 0 ? "- " : GAP) + parts.get(i));
      }
    } else {
      lines.addAll(Width.wrapped(line, columns));
    }
  }

  private List<String> cells(String line) {
    String inner =
        line.substring(
            1, line.length() > 1 && line.endsWith("|") ? line.length() - 1 : line.length());
    return Arrays.stream(CELLS.split(inner, -1)).map(String::strip).map(this::cell).toList();
  }

  private String cell(String cell) {
    String plain = cell.replace("\\|", "|");
    if (!MOMENT.matcher(plain).matches()) {
      return plain;
    }
    try {
      return times.exactly(Instant.parse(plain));
    } catch (DateTimeException noSuchDay) {
      return plain;
    }
  }

  private void tableEnds(List<String> lines, List<List<String>> table) {
    if (!table.isEmpty()) {
      boolean headed = table.get(0).stream().anyMatch(cell -> !cell.isEmpty());
      List<List<String>> rows = headed ? table : table.subList(1, table.size());
      int[] widths = widths(rows);
      for (List<String> row : rows) {
        boolean head = headed && row == table.get(0);
        row(row, widths).forEach(line -> lines.add(head ? paint.faint(line) : line));
      }
      table.clear();
    }
  }

  private int[] widths(List<List<String>> rows) {
    int most = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[most];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], Width.of(row.get(i)));
      }
    }
    int last = most - 1;
    int kept = most == 0 ? 0 : Math.min(NARROWEST_LAST, widths[last]);
    int room = columns - kept - GAP.length() * Math.max(0, last);
    while (last > 0 && sum(widths, last) > Math.max(room, last)) {
      widths[widest(widths, last)]--;
    }
    if (most > 0) {
      widths[last] = Math.max(1, columns - GAP.length() * last - sum(widths, last));
    }
    return widths;
  }

  private static int sum(int[] widths, int most) {
    return Arrays.stream(widths, 0, most).sum();
  }

  private static int widest(int[] widths, int most) {
    int widest = 0;
    for (int i = 1; i < most; i++) {
      widest = widths[i] > widths[widest] ? i : widest;
    }
    return widest;
  }

  private static List<String> row(List<String> cells, int[] widths) {
    StringBuilder head = new StringBuilder();
    int last = widths.length - 1;
    for (int i = 0; i < last; i++) {
      String cell = i < cells.size() ? cells.get(i) : "";
      head.append(Width.padded(Width.cut(cell, widths[i]), widths[i])).append(GAP);
    }
    List<String> lines = new ArrayList<>();
    for (String part : Width.wrapped(last < cells.size() ? cells.get(last) : "", widths[last])) {
      String before = lines.isEmpty() ? head.toString() : " ".repeat(Width.of(head.toString()));
      lines.add((before + part).stripTrailing());
    }
    return lines;
  }
}
