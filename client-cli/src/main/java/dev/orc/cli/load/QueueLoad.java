package dev.orc.cli.load;

import dev.orc.cli.api.CallerIds;
import dev.orc.cli.batch.BatchFinder;
import dev.orc.cli.batch.SpecBatches;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Moment;
import dev.orc.cli.screen.BatchLine;
import dev.orc.cli.stage.Stage;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchSpecs;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.HostHealth;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.SpecsRequest;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.TeamWish;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One measured queue: projects of one scripted agent each, worked through to the end. */
final class QueueLoad {
  /** Agents follow one playbook; what each does is in its spec. */
  static final Map<String, String> AGENTS =
      Map.of("ORC_PLAYBOOK", "{stage}/" + QueueFleet.PLAYBOOK);

  /** What failed is tried again soon: how long people wait is not what is measured. */
  static final Map<String, String> QUEUE =
      Map.of(
          "research", "analysis",
          "retry-first", "2s",
          "retry-longest", "5s",
          "empty-for", "2s",
          "room-every", "5s",
          "agent-memory", "60MB");

  private static final String NAME = "load";
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration TELL = Duration.ofSeconds(15);
  private static final Duration BACK = Duration.ofMinutes(3);

  private final Stage stage;
  private final QueueOptions options;
  private final QueuePlan plan;
  private final Consumer<String> progress;
  private final QueueWitness witness;
  private final Figures figures = new Figures();
  private Instant told = Instant.MIN;

  QueueLoad(Stage stage, QueueOptions options, Consumer<String> progress) {
    this.stage = stage;
    this.options = options;
    this.plan = new QueuePlan(options);
    this.progress = progress;
    this.witness = new QueueWitness(options.parallel());
  }

  /** Works it through; the faults, one line each, are among the figures. */
  Figures measure() {
    progress.accept("makes " + options.projects() + " repositories");
    Path map = new QueueFleet(stage, plan).prepare();
    HostHealth health = stage.raise();
    if (options.killServer() != null && !health.temporalDurable()) {
      throw Failure.failed(
          "the embedded server keeps nothing, so it can not be killed and restarted",
          "Install the temporal program: orc setup");
    }
    Instant began = Instant.now();
    add(map);
    BatchStatus end = workThrough(began.plus(options.longest()));
    Duration took = Duration.between(began, Instant.now());
    List<Completed> runs = asked(() -> stage.api().list(Completed.class, "/v1/completed"));
    QueueVerdict verdict = new QueueVerdict(plan, end, runs);
    List<String> faults = new ArrayList<>(verdict.faults(options.parallel()));
    faults.addAll(witness.faults());
    figures(end, verdict, took, health);
    figures.put("faults", faults.size());
    faults.forEach(fault -> progress.accept("does not hold: " + fault));
    return figures;
  }

  private void add(Path map) {
    StartRequest common =
        new StartRequest(
            CallerIds.next(),
            Message.PERSON,
            map.toString(),
            null,
            null,
            "scripted",
            TeamWish.of(List.of("orchestrator")),
            List.of(),
            List.of(),
            null,
            StartRequest.NO_DEV_SERVER);
    SpecsRequest specs = new SpecsRequest(List.of(map.toString()), List.of(), null);
    BatchWish wish = new BatchWish(options.parallel(), true, null);
    BatchSpecs request =
        new BatchSpecs(CallerIds.next(), Message.PERSON, NAME, specs, common, wish);
    BatchAdded added = SpecBatches.add(stage.api(), request);
    progress.accept("works through " + added.entries().size() + " projects");
  }

  private BatchStatus workThrough(Instant latest) {
    try (Killer ofWorker = Killer.maybe(options.killWorker(), stage, Killer::ofWorker);
        Killer ofServer = Killer.maybe(options.killServer(), stage, Killer::ofServer)) {
      BatchStatus status = look();
      while (status.items().stream().anyMatch(item -> !item.state().over())) {
        if (Instant.now().isAfter(latest)) {
          progress.accept("given up after " + options.longest().toMinutes() + " min");
          break;
        }
        tell(status);
        Moment.await(Instant.now().plus(LOOK));
        status = look();
      }
      Killer.note("worker", ofWorker, figures);
      Killer.note("server", ofServer, figures);
      return look();
    }
  }

  private BatchStatus look() {
    BatchStatus status = asked(() -> BatchFinder.one(stage.api(), NAME));
    witness.see(status);
    return status;
  }

  /** Asks again while what was killed is away. */
  private static <T> T asked(Supplier<T> question) {
    List<T> answer = new ArrayList<>();
    List<Failure> last = new ArrayList<>();
    boolean answered =
        Moment.awaitThat(
            () -> {
              try {
                return answer.add(question.get());
              } catch (Failure e) {
                last.add(0, e);
                return false;
              }
            },
            LOOK,
            BACK);
    if (!answered) {
      throw last.get(0);
    }
    return answer.get(0);
  }

  private void tell(BatchStatus status) {
    if (Instant.now().isAfter(told.plus(TELL))) {
      told = Instant.now();
      progress.accept(BatchLine.progress(status));
    }
  }

  private void figures(BatchStatus end, QueueVerdict verdict, Duration took, HostHealth health) {
    List<Long> millis = new ArrayList<>();
    long tries = 0;
    for (BatchItem item : end.items()) {
      List<Completed> runs = verdict.tries(item);
      tries += runs.size();
      runs.forEach(run -> millis.add(Duration.between(run.startedAt(), run.endedAt()).toMillis()));
    }
    figures
        .put("projects", options.projects())
        .put("at_a_time", options.parallel())
        .put("planned_to_fail_once", plan.count(QueuePlan.Course.FAILS_ONCE))
        .put("planned_to_fail_always", plan.count(QueuePlan.Course.FAILS_ALWAYS))
        .put("completed", end.count(ItemState.COMPLETED))
        .put("escalated", end.count(ItemState.ESCALATED))
        .put("tries", tries)
        .put("most_at_a_time", Math.max(verdict.mostAtOnce(), witness.mostAtATime()))
        .put("seconds", took.toMillis() / 100 / 10.0)
        .put("orchestration_ms", Quantiles.of(millis), 50, 95, 99)
        .put("server", health.temporalKind());
  }
}
