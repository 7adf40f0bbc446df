package dev.orc.worker.orchestration;

import dev.orc.activities.failure.ActivityErrors;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.plan.start.Plan;
import dev.orc.activities.retry.research.Research;
import dev.orc.worker.host.BatchServices;
import dev.orc.worker.host.HostServices;
import dev.orc.workflows.activities.BatchActivities;
import dev.orc.workflows.model.StartRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a batch asks of this host, answered from its floor and from Temporal. Thread-safe. */
public final class BatchWork implements BatchActivities {
  private final HostServices host;
  private final BatchServices batches;
  private final String hostName;
  private final Orchestrations orchestrations;
  private final Directories directories;
  private final Standings standings;

  public BatchWork(
      HostServices host, String hostName, Orchestrations orchestrations, Directories directories) {
    this.host = host;
    this.batches = host.batches();
    this.hostName = hostName;
    this.orchestrations = orchestrations;
    this.directories = directories;
    this.standings = orchestrations.standings(batches::end);
  }

  @Override
  public Planned plan(PlanOrder order) {
    return answered(
        () -> {
          StartRequest start = order.start();
          Optional<Path> first = batches.firstDirectory(order.workflow(), order.item(), start.id());
          Plan plan = host.plan(first.map(place -> at(start, place)).orElse(start));
          String holder = order.workflow() + " " + order.item();
          orchestrations.awaitEnd(plan.project());
          return directories.planned(
              holder, plan.project(), plan.directory(), () -> kept(order, plan));
        });
  }

  @Override
  public Room room(RoomOrder order) {
    return answered(() -> batches.room(order));
  }

  @Override
  public List<Standing> look(List<LookOrder> orders) {
    return orders.stream().map(standings::of).toList();
  }

  @Override
  public ResearchPlan research(ResearchOrder order) {
    return answered(
        () -> {
          Research.Looked looked = looked(order);
          return new ResearchPlan(
              looked.analysis().toString(),
              looked.findings() == null ? null : looked.findings().toString(),
              looked.orchestration() == null ? null : planned(looked.orchestration()),
              looked.note());
        });
  }

  @Override
  public Enhanced enhance(EnhanceOrder order) {
    return answered(() -> batches.enhance(order));
  }

  private Planned kept(PlanOrder order, Plan plan) {
    batches.keepDirectory(
        order.workflow(), order.item(), order.start().id(), Path.of(plan.directory()));
    host.keep(plan);
    return planned(plan);
  }

  private Research.Looked looked(ResearchOrder order) {
    String directory =
        batches
            .firstDirectory(order.workflow(), order.item(), order.start().id())
            .map(Path::toString)
            .orElseGet(() -> host.plan(order.start()).directory());
    String project = order.outcome().project();
    return batches.look(order, directory, () -> orchestrations.timelineIfKnown(project));
  }

  private Planned planned(Plan plan) {
    return new Planned(
        plan.project(),
        hostName,
        plan.directory(),
        plan.spec(),
        plan.team(),
        plan.settings().withHistoryAtMost(orchestrations.longestHistory()),
        plan.windows(),
        plan.teamPlan().notes(),
        plan.branch());
  }

  /** Later tries work where the first one did, and make nothing new. */
  private static StartRequest at(StartRequest start, Path directory) {
    return new StartRequest(
        start.id(),
        start.by(),
        start.spec(),
        directory.toString(),
        start.name(),
        start.driver(),
        start.team(),
        start.programs(),
        start.settings(),
        null,
        start.devServer(),
        start.env(),
        start.review());
  }

  /** What was refused fails for good; what only failed, or is held by somebody, can be later. */
  private static <T> T answered(Supplier<T> work) {
    try {
      return work.get();
    } catch (Refusal refusal) {
      boolean later = refusal instanceof Held || refusal.kind() == Refusal.Kind.FAILED;
      if (refusal.kind() == Refusal.Kind.NO_SERVER) {
        throw refusal; // tried again until Temporal answers
      }
      throw later ? ActivityErrors.later(refusal) : ActivityErrors.failure(refusal);
    }
  }
}
