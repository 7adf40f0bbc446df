package dev.orc.cli.queue;

import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;

/** How a report is written. */
enum Format {
  TABLE,
  CSV,
  JSON;

  /** What {@code --format} or {@code --json} asks for. */
  static Format of(GivenArguments given) {
    String word = given.text("--format");
    if (word != null && given.flag("--json") && !word.equals("json")) {
      throw Failure.usage("--json and --format " + word + " do not go together", "Say one of them");
    }
    if (given.flag("--json")) {
      return JSON;
    }
    return switch (word == null ? "table" : word) {
      case "table" -> TABLE;
      case "csv" -> CSV;
      case "json" -> JSON;
      default -> throw Failure.usage("no format '" + word + "'", "Say table, csv or json");
    };
  }
}
