package dev.orc.cli.real;

import java.util.List;
import java.util.Map;

/** A small project whose spec can be verified; the stand-in plays its three roles. */
final class Greeting {
  static final String SPEC_FILE = "greeting.md";
  static final List<String> ROLES = List.of("orchestrator", "developer", "tester");
  static final String TEAM = String.join(",", ROLES);

  static final Map<String, String> FILES =
      Map.of(
          SPEC_FILE,
          """
          # A greeting

          GOAL: A program that greets whoever is named.

          DELIVERABLES:
          - greet.sh and test.sh

          VERIFY:
          - sh test.sh
          """,
          "README.md",
          "# Greeting\n");

  private Greeting() {}
}
