package dev.orc.cli.load;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Moment;
import dev.orc.cli.stage.Stage;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Kills agents, one after another, and sees when their orchestration knows of it. */
final class Deaths {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Stage stage;
  private final List<String> agents;

  Deaths(Stage stage, Fleet fleet) {
    this(stage, fleet.agents());
  }

  /**
   * @param agents each as {@code project:role}
   */
  Deaths(Stage stage, List<String> agents) {
    this.stage = stage;
    this.agents = agents;
  }

  /** Milliseconds from each kill to the line in the timeline, both by this machine's clock. */
  Quantiles noticed(int deaths) {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < deaths; i++) {
      millis.add(noticed(agents.get(i)));
    }
    return Quantiles.of(millis);
  }

  /** The same for that agent. */
  long noticed(String agent) {
    String project = agent.substring(0, agent.indexOf(':'));
    String role = agent.substring(agent.indexOf(':') + 1);
    long last = entries(project, 0).stream().mapToLong(TimelineEntry::number).max().orElse(0);
    ProcessHandle process = ProcessHandle.of(pid(project, role)).orElseThrow();
    Instant killed = Instant.now();
    if (!process.destroyForcibly()) {
      throw Failure.failed("cannot kill the agent " + agent, "Run as the user who started it");
    }
    List<TimelineEntry> found = new ArrayList<>();
    boolean noticed =
        Moment.awaitThat(
            () -> {
              found.clear();
              entries(project, last).stream()
                  .filter(entry -> entry.kind().equals(EntryKind.AGENT) && role.equals(entry.who()))
                  .forEach(found::add);
              return !found.isEmpty();
            },
            LONGEST);
    if (!noticed) {
      throw Failure.failed(
          "the death of " + agent + " is not noticed after " + LONGEST.toSeconds() + " s",
          "Run again with --keep, then see: orc timeline " + project);
    }
    return Duration.between(killed, found.get(0).at()).toMillis();
  }

  private List<TimelineEntry> entries(String project, long since) {
    return stage
        .api()
        .list(TimelineEntry.class, ApiClient.of(project, "timeline") + "?since=" + since);
  }

  private long pid(String project, String role) {
    String format = "#{@orc_project}:#{@orc_role} #{pane_dead} #{pane_pid}";
    return stage
        .output(stage.folder(), stage.tmux("list-panes", "-a", "-F", format))
        .lines()
        .filter(line -> line.startsWith(project + ":" + role + " 0 "))
        .map(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(() -> Failure.notFound("no process of " + project + ":" + role, "See: tmux"));
  }
}
