package dev.orc.cli.project;

import dev.orc.cli.api.Api;
import dev.orc.cli.api.Json;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Given;
import dev.orc.cli.command.Surroundings;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.host.Uprising;
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
    return SpecWords.tagsDescribedIn(syntax)
        .option("--project", "DIR", "The repository of specs that name none.")
        .json()
        .example("orc spec check shop.md")
        .example("orc spec check projects.json --filter-tags backend,api");
  }

  @Override
  public int run(Given given, Surroundings here) {
    return check(given, here);
  }

  /** Shows what the command line names; the result is the exit code. */
  static int check(Given given, Surroundings here) {
    return check(
        request(
            SpecWords.of(given, here), SpecWords.tags(given, here), given.text("--project"), here),
        given.flag("--json"),
        here);
  }

  /** What is asked of the worker: every path from / on. */
  private static SpecsRequest request(
      List<String> paths, List<String> filterTags, String project, Surroundings here) {
    return new SpecsRequest(
        paths.stream().map(path -> absolute(path, here)).toList(),
        filterTags,
        project == null ? null : absolute(project, here));
  }

  /** Shows the entries and the faults; the result is the exit code. */
  private static int check(SpecsRequest request, boolean json, Surroundings here) {
    Api api = Uprising.apiOf(here);
    SpecsReport report = api.post(SpecsReport.class, "/v1/specs/check", request);
    if (json) {
      here.say(Json.text(report));
    } else {
      if (!report.entries().isEmpty()) {
        table(report.entries()).lines(here.terminal().room(), "").forEach(here::say);
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
      String place = one.project() == null ? "(git root)" : one.project();
      table.row(
          one.name(),
          Clean.line(one.title() == null ? "?" : one.title()),
          state(one),
          String.join(",", one.tags()),
          one.newProject() ? place + "_... (new)" : place,
          one.spec());
    }
    return table;
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
  private static String absolute(String path, Surroundings here) {
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
