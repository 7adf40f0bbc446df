package dev.orc.cli.batch;

import dev.orc.cli.api.Api;
import dev.orc.cli.command.Failure;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.NewProject;
import dev.orc.workflows.model.SpecEntry;
import dev.orc.workflows.model.SpecFault;
import dev.orc.workflows.model.SpecsReport;
import dev.orc.workflows.model.SpecsRequest;
import dev.orc.workflows.model.StartRequest;
import java.util.List;

/** What the worker finds under the names of specs. Stateless. */
public final class SpecFinds {
  private static final String CHECK = "/v1/specs/check";

  private SpecFinds() {}

  /** What there is, faults included. */
  public static SpecsReport check(Api api, SpecsRequest request) {
    return api.post(SpecsReport.class, CHECK, request);
  }

  /** What there is; a fault in any of it is a failure that says the first. */
  public static SpecsReport sound(Api api, SpecsRequest request) {
    SpecsReport report = check(api, request);
    if (!report.faults().isEmpty()) {
      SpecFault first = report.faults().get(0);
      int others = report.faults().size() - 1;
      throw Failure.usage(
          first.place() + ": " + first.fault() + (others == 0 ? "" : " (and " + others + " more)"),
          others == 0
              ? first.remedy()
              : first.remedy() + ". See all: orc spec check " + request.paths().get(0));
    }
    return report;
  }

  /** Those that are to be started. */
  public static List<SpecEntry> wanted(SpecsReport report) {
    return report.entries().stream().filter(entry -> entry.skipped() == null).toList();
  }

  /** What a spec's project is started with. */
  public static StartRequest start(SpecEntry entry, StartRequest common) {
    NewProject made =
        entry.newProject() ? new NewProject(entry.project(), false) : common.newProject();
    String project = entry.newProject() ? null : entry.project();
    return new StartRequest(
        common.id(),
        common.by(),
        entry.spec(),
        project == null ? common.project() : project,
        common.name(),
        common.driver(),
        common.team(),
        common.programs(),
        common.settings(),
        made,
        common.devServer());
  }

  /** The entry of a batch for a spec. */
  public static BatchEntry batchEntry(SpecEntry entry, StartRequest common) {
    return new BatchEntry(
        start(entry, common), entry.name(), entry.priority(), entry.dependsOn(), entry.tags());
  }
}
