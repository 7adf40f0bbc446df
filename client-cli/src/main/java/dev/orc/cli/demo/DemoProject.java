package dev.orc.cli.demo;

import java.util.Map;

/** The project that the demo works on. */
final class DemoProject {
  static final String SPEC =
      """
      # A small shop

      GOAL: A shop that can say what a basket costs.

      REQUIREMENTS:
      - price.txt lists what there is and what it costs
      - total.sh adds up a basket
      - tests.sh proves it

      DELIVERABLES:
      - price.txt, total.sh, tests.sh, REPORT.md

      SUCCESS CRITERIA:
      - the tests pass on the merged result

      VERIFY:
      - sh tests.sh
      """;

  static final Map<String, String> FILES =
      Map.of("shop.md", SPEC, "README.md", "# Shop\n\nNothing here yet.\n");

  private DemoProject() {}
}
