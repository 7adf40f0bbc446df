package dev.orc.cli.demo;

import java.util.Map;

/** The project that the demo works on. */
final class DemoProject {
  static final String NAME = "greeting";
  static final String SPEC_FILE = NAME + ".md";

  static final String SPEC =
      """
      # A greeting

      GOAL: A program that greets whoever is named.

      REQUIREMENTS:
      - `sh greet.sh NAME` greets NAME
      - without a name it greets the world

      DELIVERABLES:
      - greet.sh, test.sh, and a page about each

      SUCCESS CRITERIA:
      - the test passes on the merged result

      VERIFY:
      - sh test.sh
      """;

  static final Map<String, String> FILES =
      Map.of(SPEC_FILE, SPEC, "README.md", "# Greeting\n\nNothing here yet.\n");

  private DemoProject() {}
}
