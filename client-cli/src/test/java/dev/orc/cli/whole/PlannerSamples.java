package dev.orc.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.base.files.WholeFile;
import dev.orc.cli.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@link PlannerExamplesIT} plans with: projects, specs, a type, agents' playbooks. */
final class PlannerSamples {
  static final String MOBILE =
      """
      about: An app for telephones.
      core: [orchestrator, mobile-app-builder]
      optional: [api-tester]
      phases:
        - {name: make, roles: [mobile-app-builder], specialists: [ui-designer]}
      signs:
        - {file: AndroidManifest.xml, weight: 0.9, what: an app for Android}
      """;

  static final Map<String, String> QUICK =
      Map.of("research", "off", "retries", "0", "empty-for", "2s", "agent-memory", "60MB");

  static final List<String> PLAYBOOK =
      List.of(
          "on \"The phase plan of\" once",
          "    run sh -c \"printf '# Plan: A kettle.' > specs/001-tea/plan.md\"",
          "    commit \"Plan\"",
          "    report done \"It is planned\"",
          "on \"The phase tasks of\" once",
          "    run sh -c \"printf -- '- [ ] T001 Boil water' > specs/001-tea/tasks.md\"",
          "    commit \"Tasks\"",
          "    report done \"It is parted\"",
          "on \"T001 Boil water\" once",
          "    run sh -c \"touch kettle.sh; printf -- '- [x] T001' > specs/001-tea/tasks.md\"",
          "    commit \"Boil\"",
          "    report done \"It boils\"",
          "on \"approve it: of what is the kettle?\" once",
          "    run sh -c \"printf '# Plan: A copper kettle.' > specs/001-tea/plan.md\"",
          "    commit \"Say of what\"",
          "    report done \"It is said\"",
          "on anything",
          "    busy 5ms");

  static final Map<String, String> FILES =
      Map.of(
          "README.md",
          "# Task Templates\n",
          "TODO.md",
          "# To do\n- sort by date\n",
          "package.json",
          "{\"scripts\": {\"dev\": \"sleep 1\"}}");

  /** The deployment that the documents show, shortened. */
  static final String DEPLOYMENT =
      """
      PROJECT: Elliott Wave Service Deployment
      TARGET: 192.0.2.38
      TYPE: System Deployment

      REQUIREMENTS:
      - Install Python 3.11+ environment
      - Configure systemd service
      - Set up Redis/Valkey connections
      - Implement security hardening
      - Configure monitoring

      DELIVERABLES:
      - Running service on port 8002
      - Systemd auto-restart
      - Health endpoint
      - Monitoring dashboard
      """;

  /** A program that answers a review as a real one would, where it is given its key. */
  static final String REVIEWER =
      """
      name: %s
      extends: scripted
      command: [sh]
      headless:
        arguments: [-c, 'test "$ANTHROPIC_API_KEY" = %s && cat %s']
      """;

  static final String REVIEW =
      """
      {"type": "web_application", "size": "small",
       "roles": [{"role": "orchestrator", "why": "leads"},
                 {"role": "developer", "why": "builds"},
                 {"role": "devops", "why": "it goes to production"}],
       "phases": [{"name": "build", "roles": ["developer"], "goal": "it runs"}],
       "risks": [],
       "left_out": [{"role": "tester", "why": "the developer proves it"}]}
      """;

  private PlannerSamples() {}

  /** What the status says once a person is asked for another review of that document. */
  static String awaitReview(OrcForTests orc, String document) throws IOException {
    List<String> said = new ArrayList<>();
    Await.until(
        "a review of " + document + " is asked for",
        OrcForTests.LAUNCH,
        () -> {
          said.add(orc.ok("status"));
          String last = said.get(said.size() - 1);
          String line = last.replaceAll("\\s+", " ");
          return line.contains("NEEDS YOU") && line.contains("your review of " + document);
        });
    return said.get(said.size() - 1);
  }

  /** The id of the review, from the command that a status says. */
  static String review(String status) {
    Matcher command =
        Pattern.compile("orc authorize (review-[0-9a-f]+) yes \\(or no\\) --project tea")
            .matcher(status);
    assertThat(command.find()).as(status).isTrue();
    return command.group(1);
  }

  /** Two programs that review teams, of which one is told a wrong key. */
  static void reviewers(OrcForTests orc) throws IOException {
    Path drivers =
        Files.createDirectories(orc.stage().here().folders().config().resolve("drivers"));
    Path answer = Files.writeString(orc.folder().resolve("answer.json"), REVIEW);
    Map.of("reviewer", "your-key", "keyless", "another")
        .forEach(
            (name, key) ->
                WholeFile.write(
                    drivers.resolve(name + ".yaml"), REVIEWER.formatted(name, key, answer)));
  }

  static List<String> states(OrcForTests orc) throws IOException {
    return orc.batch("tea").items().stream().map(item -> item.state().toString()).toList();
  }

  static String plan(OrcForTests orc, String project, String... more) {
    String[] line = new String[more.length + 4];
    line[0] = "team";
    line[1] = "plan";
    line[2] = "--project";
    line[3] = project;
    System.arraycopy(more, 0, line, 4, more.length);
    return orc.ok(line);
  }

  static void project(Path projects, String name, String file, String text) throws IOException {
    Path root = Files.createDirectories(projects.resolve(name));
    Files.writeString(root.resolve(file), text);
    Process git = new ProcessBuilder("git", "init", "--quiet", root.toString()).start();
    try {
      assertThat(git.waitFor()).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
