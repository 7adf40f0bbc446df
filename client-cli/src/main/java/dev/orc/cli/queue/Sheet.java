package dev.orc.cli.queue;

import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.screen.Csv;
import dev.orc.cli.screen.Table;
import java.util.ArrayList;
import java.util.List;

/** A report of rows, for people as a table, for programs as CSV or JSON. Immutable. */
record Sheet<T>(List<Column<T>> columns) {

  /**
   * @param foot what the table says below its rows
   */
  void say(Format format, List<T> rows, List<String> foot, CommandContext here) {
    switch (format) {
      case TABLE -> {
        if (!rows.isEmpty()) {
          table(rows).lines(here.terminal().room(), "").forEach(here::say);
        }
        foot.forEach(here::say);
      }
      case CSV -> csv(rows).forEach(line -> here.out().print(line + Csv.END));
      case JSON -> here.say(ApiJson.text(rows));
    }
  }

  /** The lines, the heads first. */
  List<String> csv(List<T> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(Csv.line(columns.stream().map(Column::name).toList()));
    for (T row : rows) {
      lines.add(Csv.line(columns.stream().map(column -> column.exact().apply(row)).toList()));
    }
    return lines;
  }

  private Table table(List<T> rows) {
    List<Column<T>> headed = columns.stream().filter(column -> column.head() != null).toList();
    Table table =
        new Table(
            headed.stream().map(Column::head).toList(),
            headed.stream().filter(Column::number).map(Column::head).toList());
    for (T row : rows) {
      table.row(headed.stream().map(column -> column.shown().apply(row)).toArray());
    }
    return table;
  }
}
