package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.host.WorkerStart;
import dev.orc.cli.screen.Clean;
import dev.orc.cli.screen.Table;
import dev.orc.workflows.model.SpecEntry;
import dev.orc.workflows.model.SpecFault;
import dev.orc.workflows.model.SpecsReport;
import dev.orc.workflows.model.SpecsRequest;
import java.util.List;

/** {@code orc spec check}: what would be started, and everything that is wrong with it. */
public final class SpecCheck implements Command {
  @Override
  public Syntax syntax() {
    Syntax syntax =
        Syntax.of(this, "check", "Show what specs there are and every fault; start nothing.")
            .words("PATH", "Specs, spec maps, Spec Kit directories, folders, patterns.", 1);
    return SpecArguments.tagsDescribedIn(syntax)
        .option("--project", "DIR", "The repository of specs that name none.")
        .flag("--new-project", "Show the repository that would be made for each.")
        .option("--template", "NAME", "As with orc start.")
        .flag("--force", "As with orc start: one that orc made may be replaced.")
        .json()
        .example("orc spec check shop.md")
        .example("orc spec check projects.json --filter-tags backend,api");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    return check(given, here);
  }

  /** Shows what the command line names; the result is the exit code. */
  static int check(GivenArguments given, CommandContext here) {
    return check(
        request(SpecArguments.of(given, here), SpecArguments.tags(given, here), given, here),
        given.flag("--json"),
        here);
  }

  /** What is asked of the worker: every path from / on. */
  private static SpecsRequest request(
      List<String> paths, List<String> filterTags, GivenArguments given, CommandContext here) {
    String named = given.text("--project");
    String project = named == null ? null : absolute(named, here);
    boolean made = given.flag("--new-project");
    return new SpecsRequest(
        paths.stream().map(path -> absolute(path, here)).toList(),
        filterTags,
        made ? null : project,
        made ? StartOptions.newProject(given, project) : null);
  }

  /** Shows the entries and the faults; the result is the exit code. */
  private static int check(SpecsRequest request, boolean json, CommandContext here) {
    ApiClient api = WorkerStart.apiOf(here);
    SpecsReport report = api.post(SpecsReport.class, "/v1/specs/check", request);
    if (json) {
      here.say(ApiJson.text(report));
    } else {
      if (!report.entries().isEmpty()) {
        table(report.entries()).lines(here.terminal().room(), "").forEach(here::say);
        report.entries().stream()
            .filter(entry -> entry.makes() != null)
            .forEach(entry -> here.say(made(entry)));
      }
      report.faults().forEach(fault -> here.err().println(line(fault)));
    }
    return report.faults().isEmpty() ? Failure.DONE : Failure.USAGE;
  }

  private static Table table(List<SpecEntry> entries) {
    Table table =
        new Table(List.of("NAME", "TITLE", "STATE", "TAGS", "PROJECT", "SPEC"), List.of())
            .keepingEnds();
    for (SpecEntry one : entries) {
      String usual = one.project() == null ? "(git root)" : one.project();
      String place = one.newProject() ? usual + "_... (new)" : usual;
      table.row(
          one.name(),
          Clean.line(one.title() == null ? "?" : one.title()),
          state(one),
          String.join(",", one.tags()),
          one.makes() == null ? place : one.makes() + " (new)",
          one.spec());
    }
    return table;
  }

  private static String made(SpecEntry entry) {
    return Clean.line(
        "For %s a repository would be made in %s; its first commit on main holds the spec."
            .formatted(entry.spec(), entry.makes()));
  }

  private static String state(SpecEntry one) {
    if (one.skipped() != null) {
      return one.skipped();
    }
    if (one.title() == null) {
      return "faulty";
    }
    return one.dependsOn().isEmpty() ? "ready" : "after " + String.join(",", one.dependsOn());
  }

  private static String line(SpecFault fault) {
    return Clean.line(fault.place() + ": " + fault.fault() + "; " + fault.remedy());
  }

  /** As text: a pattern is no path that every host can have. */
  private static String absolute(String path, CommandContext here) {
    if (path.isBlank()) {
      throw Failure.usage("an empty path is no spec", "Say: orc spec check SPEC");
    }
    if (path.startsWith("/")) {
      return path;
    }
    String plain = path.startsWith("./") ? path.substring(2) : path;
    return plain.isEmpty() || plain.equals(".")
        ? here.directory().toString()
        : here.directory() + "/" + plain;
  }
}
