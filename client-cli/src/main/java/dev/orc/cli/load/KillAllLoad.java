package dev.orc.cli.load;

import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Moment;
import dev.orc.cli.host.WorkerStart;
import dev.orc.cli.load.KillPlan.Victim;
import dev.orc.cli.stage.Stage;
import dev.orc.workflows.model.AgentState;
import dev.orc.workflows.model.HostHealth;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.StuckRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Everything is killed at random while messages flow; then all has to settle, and the agents' own
 * receipts say what came of it. For one thread.
 */
final class KillAllLoad {
  private static final String RECEIPTS = "receipts.tsv";

  static final Map<String, String> AGENTS =
      Map.of("ORC_PLAYBOOK", "load", "ORC_RECEIPTS", "{stage}/" + RECEIPTS);

  /** However often an agent is killed, it comes back soon: nobody is there to help it. */
  static final Map<String, String> SETTINGS =
      Map.of("restart-first", "1s", "restart-longest", "2s", "crashes-allowed", "1000000");

  private static final Duration SETTLES = Duration.ofMinutes(4);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int TOLD = 10;

  private final Stage stage;
  private final KillAllOptions options;
  private final Consumer<String> progress;
  private final Figures figures = new Figures();
  private final Fleet fleet;
  private final ReceiptFile receipts;

  KillAllLoad(Stage stage, KillAllOptions options, Consumer<String> progress) {
    this.stage = stage;
    this.options = options;
    this.progress = progress;
    this.fleet = new Fleet(stage, options.fleet());
    this.receipts = new ReceiptFile(stage.folder().resolve(RECEIPTS));
  }

  Figures measure() {
    progress.accept("seed " + options.seed());
    fleet.prepare();
    HostHealth health = stage.raise();
    figures
        .put("seed", options.seed())
        .put("server", health.temporalKind())
        .put("orchestrations", options.projects())
        .put("agents", options.projects() * options.agents());
    if (!health.temporalDurable()) {
      progress.accept("the embedded server keeps nothing: it alone is not killed");
    }
    progress.accept("launches " + options.projects() * options.agents() + " agents");
    figures.put("launch_seconds", fleet.launch(receipts));
    TeamTalk talk = new TeamTalk(stage, Lane.between(fleet.projects(), fleet.roles()));
    kill(talk, health.temporalDurable());
    Instant ended = Instant.now();
    Set<String> wedged = settle(talk);
    figures.put("settled_after_seconds", Duration.between(ended, Instant.now()).toMillis() / 1e3);
    judge(talk, wedged);
    return figures;
  }

  private void kill(TeamTalk talk, boolean durable) {
    progress.accept("kills for " + options.lasts().toSeconds() + " s while messages flow");
    Instant end = Instant.now().plus(options.lasts());
    try (RandomKills kills =
        new RandomKills(stage, new KillPlan(options.seed(), durable), end).begin()) {
      talk.until(end, options.rate());
      kills.close();
      for (Victim victim : Victim.values()) {
        String name = victim.name().toLowerCase(Locale.ROOT);
        figures.put(name + "_kills", kills.count(victim));
      }
    }
    figures.put("seconds", options.lasts().toSeconds());
  }

  /** The orchestrations that do not come to rest: by what arrives there, and by their state. */
  private Set<String> settle(TeamTalk talk) {
    progress.accept("waits until all is settled");
    Instant latest = Instant.now().plus(SETTLES);
    Set<String> wedged = new TreeSet<>(fleet.projects());
    if (!awaitUntil(latest, () -> RandomKills.answers(stage))) {
      return wedged;
    }
    // One word more to everybody: who does not get it is not there any more.
    List<SpokenWord> last = talk.onceToAll();
    awaitUntil(latest, () -> verdict(talk).lost().isEmpty());
    awaitUntil(latest, () -> restless().isEmpty());
    wedged.removeAll(reached(last, verdict(talk)));
    wedged.addAll(restless());
    return wedged;
  }

  private static boolean awaitUntil(Instant latest, BooleanSupplier condition) {
    Duration left = Duration.between(Instant.now(), latest);
    return Moment.awaitThat(condition, LOOK, left.isNegative() ? Duration.ZERO : left);
  }

  /** Those that are not at work with every agent ready and every inbox empty. */
  private Set<String> restless() {
    Set<String> restless = new HashSet<>(fleet.projects());
    try {
      for (ProjectStatus status : fleet.statuses()) {
        boolean atRest =
            status.phase() == Phase.WORKING
                && status.agents().stream()
                    .allMatch(
                        agent -> agent.state().equals(AgentState.READY) && agent.waiting() == 0);
        if (atRest) {
          restless.remove(status.project());
        }
      }
      WorkerStart.health(stage.here()).map(HostHealth::stuck).orElse(List.of()).stream()
          .map(StuckRun::project)
          .forEach(restless::add);
    } catch (Failure e) {
      if (e.exit() == Failure.INTERRUPTED) {
        throw e;
      }
    }
    return restless;
  }

  private KillAllVerdict verdict(TeamTalk talk) {
    return KillAllVerdict.of(talk.words(), receipts.read().lines());
  }

  /** Where every agent has got what was said to it last. */
  private Set<String> reached(List<SpokenWord> last, KillAllVerdict verdict) {
    Map<String, Long> agents =
        last.stream()
            .filter(verdict::received)
            .collect(Collectors.groupingBy(SpokenWord::project, Collectors.counting()));
    return fleet.projects().stream()
        .filter(project -> agents.getOrDefault(project, 0L) == options.agents())
        .collect(Collectors.toSet());
  }

  private void judge(TeamTalk talk, Set<String> wedged) {
    KillAllVerdict verdict = verdict(talk);
    figures
        .put("messages", talk.words().size())
        .put("by_outbox", talk.words().values().stream().filter(SpokenWord::kept).count())
        .put("told_again", verdict.toldAgain());
    List<String> unheard = talk.unheard();
    count("refused", unheard);
    count("lost", verdict.lost());
    count("duplicated", verdict.doubled());
    count("reordered", verdict.reordered());
    count("wedged", new ArrayList<>(wedged));
  }

  private void count(String name, List<String> faults) {
    figures.put(name, faults.size());
    faults.stream().limit(TOLD).forEach(fault -> progress.accept(name + ": " + fault));
  }
}
