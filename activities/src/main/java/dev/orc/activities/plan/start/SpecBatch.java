package dev.orc.activities.plan.start;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.NewProject;
import dev.orc.workflows.model.SpecEntry;
import dev.orc.workflows.model.SpecFault;
import dev.orc.workflows.model.SpecsReport;
import dev.orc.workflows.model.StartRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns the specs that were found into what a batch is made of. Stateless. */
public final class SpecBatch {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");

  private SpecBatch() {}

  /**
   * One entry for each spec that is to be started, in the report's order; names are unique, and
   * dependencies go by them. Where a new project is to be made, its directory is fixed here once
   * and for all: whoever repeats or retries an entry makes no second one.
   *
   * @param template what was asked for all of them; its spec does not count, its project and new
   *     project count for specs that name no project
   * @param clock says the time and zone for {@code <project_directory>_YYYYMMDD_HHMMSS}
   * @throws Refusal when the report has faults, or the template fits one project only
   */
  public static List<BatchEntry> entries(SpecsReport report, StartRequest template, Clock clock) {
    refuseFaults(report);
    List<SpecEntry> specs =
        report.entries().stream().filter(entry -> entry.skipped() == null).toList();
    if (specs.size() > 1) {
      refuseForSeveral(template);
    }
    LocalDateTime now = LocalDateTime.now(clock);
    Set<String> taken = new HashSet<>();
    List<BatchEntry> entries = new ArrayList<>();
    for (SpecEntry spec : specs) {
      String id = specs.size() == 1 ? template.id() : template.id() + "-" + (entries.size() + 1);
      entries.add(
          new BatchEntry(
              start(template.withId(id), spec, newProject(template, spec, now, taken)),
              spec.name(),
              spec.priority(),
              spec.dependsOn(),
              spec.tags()));
    }
    return entries;
  }

  private static StartRequest start(StartRequest template, SpecEntry spec, NewProject made) {
    String project = spec.project() == null ? template.project() : spec.project();
    return new StartRequest(
        template.id(),
        template.by(),
        spec.spec(),
        made == null ? project : null,
        template.name(),
        template.driver(),
        template.team(),
        template.programs(),
        template.settings(),
        made,
        template.devServer(),
        template.env(),
        template.review());
  }

  private static NewProject newProject(
      StartRequest template, SpecEntry spec, LocalDateTime now, Set<String> taken) {
    NewProject wish = template.newProject();
    if (spec.newProject()) {
      NewProject base = wish == null ? new NewProject(null, false) : wish;
      return base.at(stamped(spec.project(), now, taken));
    }
    if (wish == null || spec.project() != null) {
      return null;
    }
    return wish.at(ProjectPlace.of(wish, Path.of(spec.spec())).toString());
  }

  /** Two of the same batch never get the same second. */
  private static String stamped(String directory, LocalDateTime now, Set<String> taken) {
    LocalDateTime time = now;
    while (!taken.add(directory + "_" + STAMP.format(time))) {
      time = time.plusSeconds(1);
    }
    return directory + "_" + STAMP.format(time);
  }

  private static void refuseFaults(SpecsReport report) {
    if (!report.faults().isEmpty()) {
      SpecFault first = report.faults().get(0);
      throw new Refusal(Kind.USAGE, first.place() + ": " + first.fault(), first.remedy());
    }
  }

  private static void refuseForSeveral(StartRequest template) {
    if (template.name() != null) {
      throw new Refusal(
          Kind.USAGE,
          "one name for several projects: " + template.name(),
          "leave --name out, or start them one by one");
    }
    NewProject wish = template.newProject();
    if (wish != null && wish.directory() != null) {
      throw new Refusal(
          Kind.USAGE,
          "one directory for several new projects: " + wish.directory(),
          "leave it out, or start them one by one");
    }
  }
}
