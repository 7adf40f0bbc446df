package dev.orc.cli.load;

import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import java.util.List;

/**
 * How a real agent program is measured.
 *
 * @param driver the program, by its driver's name
 * @param messages one after another, each when the program is idle again
 * @param deaths how often the program is killed
 * @param limits how often it runs into its account's limit
 * @param server {@code embedded} or {@code development}; null for the best that can be had
 */
record DriverOptions(
    String driver, int messages, int deaths, int limits, String server, boolean keep) {
  private static final List<String> DRIVERS = List.of("claude", "codex", "gemini", "opencode");
  private static final List<String> FOR_SCRIPTED =
      List.of("--projects", "--agents", "--rate", "--idle");

  static DriverOptions of(GivenArguments given) {
    String driver = given.text("--driver");
    if (!DRIVERS.contains(driver)) {
      throw Failure.usage(
          "'" + driver + "' is no program that can be measured",
          "Say one of: " + String.join(", ", DRIVERS));
    }
    for (String option : FOR_SCRIPTED) {
      if (given.number(option) != null) {
        throw Failure.usage(
            option + " goes with scripted teams only", "Leave it out, or leave --driver out");
      }
    }
    return new DriverOptions(
        driver,
        LoadOptions.number(given, "--messages", 20, 1, 10_000),
        LoadOptions.number(given, "--deaths", 3, 0, 100),
        LoadOptions.number(given, "--limits", 3, 0, 100),
        LoadOptions.server(given.text("--server")),
        given.flag("--keep"));
  }
}
