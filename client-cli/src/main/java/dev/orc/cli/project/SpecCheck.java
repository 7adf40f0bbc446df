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
import java.util.stream.Stream;

/** {@code orc spec check}: what would be started, and everything that is wrong with it. */
public final class SpecCheck implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "check", "Show what specs there are and every fault; start nothing.")
        .words("PATH...", "Specs, spec maps, Spec Kit directories, folders, patterns.", 1)
        .options("--filter-tags", "A,B,...", "Only the spec map's entries with one of these.")
        .option("--project", "DIR", "The repository of specs that name none.")
        .json()
        .example("orc spec check shop.md")
        .example("orc spec check projects.json --filter-tags backend,api");
  }

  @Override
  public int run(Given given, Surroundings here) {
    SpecsRequest request =
        request(given.words(0), given.texts("--filter-tags"), given.text("--project"), here);
    return check(request, given.flag("--json"), here);
  }

  /** What is asked of the worker: every path from / on. */
  public static SpecsRequest request(
      List<String> paths, List<String> filterTags, String project, Surroundings here) {
    List<String> tags =
        filterTags.stream()
            .flatMap(tag -> Stream.of(tag.split("[,\\s]+", -1)))
            .filter(tag -> !tag.isEmpty())
            .toList();
    return new SpecsRequest(
        paths.stream().map(path -> absolute(path, here)).toList(),
        tags,
        project == null ? null : absolute(project, here));
  }

  /** Shows the entries and the faults; the result is the exit code. */
  public static int check(SpecsRequest request, boolean json, Surroundings here) {
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
