package dev.orc.activities.agent;

import dev.orc.activities.Refusal;
import dev.orc.activities.driver.Driver;
import dev.orc.activities.tmux.Tmux.NewWindow;
import dev.orc.activities.tmux.Tmux.Pane;
import dev.orc.activities.watch.HostTruth.Expected;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.activities.AgentActivities.Launched;
import dev.orc.workflows.activities.SessionActivities.SessionOrder;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Sighting;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts one life of an agent, or finds it again. Thread-safe. */
final class Launcher {
  private final AgentHost host;
  private final LaunchRoom room;
  private final AgentEnvironment environment;
  private final Lives lives;
  private final Lanes lanes = new Lanes();

  Launcher(AgentHost host, LaunchRoom room, Lives lives) {
    this.host = host;
    this.room = room;
    this.environment =
        new AgentEnvironment(host.folders(), room.launcher(), room.environment(), room.path());
    this.lives = lives;
  }

  Launched launch(LaunchOrder order, Beat beat) throws InterruptedException {
    Driver driver = host.driver(order.role());
    Path brief = room.briefs().write(order);
    beat.beat();
    Opened opened = lanes.alone(name(order), beat, () -> findOrOpen(order, driver));
    Sighting seen = new FirstMinutes(host, driver, beat).of(order, opened.pane);
    return new Launched(
        order.incarnation(),
        opened.pane.window(),
        opened.pane.id(),
        opened.pane.pid(),
        seen.condition(),
        seen.detail(),
        seen.resetsAt(),
        brief.toString(),
        opened.found);
  }

  private static AgentName name(LaunchOrder order) {
    return new AgentName(order.project(), order.role().name());
  }

  private record Opened(Pane pane, boolean found) {}

  private Opened findOrOpen(LaunchOrder order, Driver driver) throws InterruptedException {
    List<Pane> windows = lives.of(order.project(), order.role().name());
    refuseEarlierLife(order, windows);
    Optional<Pane> living =
        windows.stream()
            .filter(pane -> pane.incarnation() == order.incarnation() && !pane.dead())
            .findFirst();
    for (Pane pane : windows) {
      if (living.filter(pane::equals).isEmpty()) {
        lives.end(pane);
      }
    }
    if (living.isPresent()) {
      host.truth().expect(expected(order));
      return new Opened(living.get(), true);
    }
    return new Opened(open(order, driver), false);
  }

  private static void refuseEarlierLife(LaunchOrder order, List<Pane> windows) {
    if (windows.stream().anyMatch(pane -> pane.incarnation() > order.incarnation())) {
      throw new Refusal(
          Refusal.Kind.REFUSED,
          "a later life of " + order.role().name() + " runs already",
          "look at it with: orc attach " + name(order));
    }
  }

  private Pane open(LaunchOrder order, Driver driver) {
    driver
        .unusable()
        .ifPresent(
            why -> {
              throw new Refusal(
                  Refusal.Kind.REFUSED,
                  "the program of " + order.role().name() + " can not be used: " + why,
                  "orc doctor checks the agent programs of this host");
            });
    String session = session(order);
    Path spool = host.folders().spool(order.project(), order.role().name());
    SpoolFile.renew(spool);
    Driver.Start start = driver.prepare(startOrder(order, spool));
    // What the truth knows is of other lives; those of an earlier orchestration had higher numbers.
    host.truth().forget(order.project(), order.role().name());
    host.truth().expect(expected(order));
    Map<String, String> variables = new HashMap<>(variables(order, spool));
    variables.putAll(start.environment());
    Pane pane =
        host.tmux()
            .newWindow(
                session,
                new NewWindow(
                    order.role().name(),
                    order.worktree().path(),
                    start.command(),
                    variables,
                    marks(order)));
    host.truth().expect(expected(order));
    return pane;
  }

  private String session(LaunchOrder order) {
    return host.tmux()
        .session(order.project())
        .orElseGet(
            () ->
                room.sessions()
                    .open(
                        new SessionOrder(
                            order.project(), order.repository().directory(), order.windows())));
  }

  private Driver.StartOrder startOrder(LaunchOrder order, Path spool) {
    return new Driver.StartOrder(
        order.project(),
        order.role().name(),
        order.incarnation(),
        order.role().program(),
        Path.of(order.worktree().path()),
        host.folders().state(),
        spool,
        variables(order, spool));
  }

  private Map<String, String> variables(LaunchOrder order, Path spool) {
    return environment.of(order.project(), order.role().name(), order.incarnation(), spool);
  }

  private static Map<String, String> marks(LaunchOrder order) {
    return Map.of(
        "@orc_project", order.project(),
        "@orc_role", order.role().name(),
        "@orc_incarnation", Integer.toString(order.incarnation()));
  }

  private static Expected expected(LaunchOrder order) {
    return new Expected(
        order.project(),
        order.role().name(),
        order.incarnation(),
        order.role().program().driver(),
        order.worktree().path(),
        order.repository().head());
  }
}
