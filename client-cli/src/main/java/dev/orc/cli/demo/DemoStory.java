package dev.orc.cli.demo;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.screen.Clean;
import dev.orc.cli.screen.TimelineText;
import dev.orc.cli.stage.Stage;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.TimelineEntry;
import java.nio.file.Path;
import java.util.List;

/** What the demo tells when it is over: what happened, what came of it, what to try next. */
final class DemoStory {
  private final Stage stage;
  private final Path project;
  private final String name;

  DemoStory(Stage stage, Path project, String name) {
    this.stage = stage;
    this.project = project;
    this.name = name;
  }

  void tell(ApiClient api, String took, boolean kept) {
    CommandContext here = stage.here();
    ProjectStatus status = api.get(ProjectStatus.class, ApiClient.of(name, ""));
    if (here.terminal().out()) {
      here.say("");
      here.say("What happened:");
      String path = ApiClient.of(name, "timeline") + "?since=0";
      TimelineText text = TimelineText.within(here.terminal().room(), here.clock());
      for (TimelineEntry entry : api.list(TimelineEntry.class, path)) {
        text.of(entry).forEach(here::say);
      }
    }
    here.say("");
    here.say("What came of it, on " + status.branch() + ":");
    indented(List.of("git", "log", "--graph", "--oneline", "--no-decorate"));
    indented(List.of("git", "ls-files"));
    here.say("");
    here.say(
        took
            + " in all: "
            + status.totals().messages()
            + " messages, "
            + status.totals().commits()
            + " commits, "
            + status.totals().restarts()
            + " restart, "
            + status.totals().limits()
            + " usage limit.");
    here.say("");
    here.say("Try next:");
    if (kept) {
      here.say("  export ORC_HOME=" + stage.folder().resolve("home") + "; orc status");
      here.say("  orc timeline " + name + "; orc down; rm -r " + stage.folder());
    }
    here.say("  orc doctor                            what this machine has and lacks");
    here.say("  orc start SPEC.md --driver claude     the same with real agents, your project");
    here.say("  orc watch · orc attach · orc send developer \"…\"");
  }

  private void indented(List<String> program) {
    stage
        .output(project, program)
        .lines()
        .forEach(line -> stage.here().say("  " + Clean.line(line)));
  }
}
