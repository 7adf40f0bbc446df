package dev.orc.cli.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Small projects whose specs say what their only agent does with them. Stateless. */
final class BatchSpecsForTests {
  static final String WELL = "Do it.";
  static final String SLOWLY = "Take your time.";
  static final String AT_THE_SECOND_TRY = "Fail once.";
  static final String NEVER = "Fail always.";

  /** Of batches that try soon again, and look into failures without an agent. */
  static final Map<String, String> QUEUE =
      Map.of(
          "research", "analysis",
          "retries", "1",
          "retry-first", "1s",
          "retry-longest", "2s",
          "empty-for", "2s",
          "agent-memory", "60MB");

  private static final List<String> PLAYBOOK =
      List.of(
          "on \"GOAL: Fail always\" once",
          "    report failed \"It can not be done\"",
          "on \"orc: the original spec*GOAL: Fail once\" once",
          "    write result.txt again",
          "    commit \"Do it at the second try\"",
          "    report done \"It is there now\"",
          "on \"GOAL: Fail once\" once",
          "    report failed \"Not this time\"",
          "on \"GOAL: Take your time\" once",
          "    busy 3s",
          "    write result.txt {project}",
          "    commit \"Do it\"",
          "    report done \"It is there\"",
          "on \"GOAL: Do it\" once",
          "    write result.txt {project}",
          "    commit \"Do it\"",
          "    report done \"It is there\"",
          "on anything",
          "    busy 5ms");

  private BatchSpecsForTests() {}

  /** A home whose agents do as their specs say. */
  static OrcForTests home() throws IOException {
    OrcForTests orc =
        OrcForTests.down(Map.of("ORC_PLAYBOOK", "{stage}/batch.play"), Map.of(), QUEUE);
    Files.write(orc.folder().resolve("batch.play"), PLAYBOOK);
    return orc;
  }

  /** A repository with a spec that is called after it. */
  static Path project(OrcForTests orc, String name, String goal) {
    return orc.stage()
        .repository(name, Map.of(name + ".md", spec(name, goal), "README.md", "# x\n"))
        .resolve(name + ".md");
  }

  static String spec(String name, String goal) {
    return "# Project " + name + "\n\nGOAL: " + goal + "\n\nVERIFY:\n- test -s result.txt\n";
  }
}
