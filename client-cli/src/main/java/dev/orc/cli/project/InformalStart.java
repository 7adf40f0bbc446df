package dev.orc.cli.project;

import dev.orc.base.files.GitMark;
import dev.orc.cli.api.ApiClient;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Programs;
import dev.orc.cli.command.YesOrNo;
import dev.orc.cli.host.WorkerStart;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.DraftRequest;
import dev.orc.workflows.model.SpecDraft;
import dev.orc.workflows.model.StartRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A start without a spec: the worker drafts one from what the project says of itself; it is shown,
 * edited where that is wanted, and started after a yes. Stateless.
 */
final class InformalStart {
  private InformalStart() {}

  /** Whether the command line names no spec, or a project by its name. */
  static boolean wanted(List<String> words, GivenArguments given, CommandContext here) {
    if (given.flag("--validate") || given.flag("--new-project")) {
      return false;
    }
    return words.isEmpty()
        ? given.text("--project") != null || GitMark.around(here.directory()).isPresent()
        : words.size() == 1 && isName(words.get(0), here);
  }

  static int run(List<String> words, GivenArguments given, CommandContext here) {
    boolean sure = given.flag("--yes") || given.flag("--dry-run");
    boolean json = given.flag("--json");
    if (!sure && (json || !YesOrNo.canBeAsked(here))) {
      throw Failure.usage(
          "a start without a spec is asked about, and nobody is here to answer",
          "Add --yes, see it with --dry-run, or name a spec");
    }
    ApiClient api = WorkerStart.apiOf(here);
    SpecDraft draft = api.post(SpecDraft.class, "/v1/specs/draft", request(words, given, here));
    Path file = Path.of(draft.file());
    if (given.flag("--edit")) {
      edit(file, here);
    }
    if (!json) {
      show(draft, file, here);
    }
    if (!sure && !YesOrNo.ask(here, "Start it?")) {
      here.say(
          "Nothing was started. The draft stays: orc start "
              + file
              + " --project "
              + draft.directory());
      return Failure.DONE;
    }
    StartRequest start = StartOptions.of(given, here).request(file);
    return Start.one(start.withProject(draft.directory()), new Starting(api, here), given, here);
  }

  private static DraftRequest request(
      List<String> words, GivenArguments given, CommandContext here) {
    String named = given.text("--project");
    if (named == null && !words.isEmpty()) {
      return new DraftRequest(null, words.get(0));
    }
    return new DraftRequest(
        here.directory().resolve(named == null ? "" : named).normalize().toString(), null);
  }

  private static void show(SpecDraft draft, Path file, CommandContext here) {
    draft.sources().forEach(source -> here.say("From " + Clean.line(source)));
    here.say("");
    here.say(Clean.lines(text(file, draft)).stripTrailing());
    here.say("");
  }

  /** As it is after an editor was in it. */
  private static String text(Path file, SpecDraft draft) {
    try {
      return Files.isReadable(file) ? Files.readString(file) : draft.text();
    } catch (IOException e) {
      throw Failure.failed(file + " can not be read", "See its permissions: ls -l " + file);
    }
  }

  private static void edit(Path file, CommandContext here) {
    String editor =
        Optional.ofNullable(here.variable("VISUAL"))
            .or(() -> Optional.ofNullable(here.variable("EDITOR")))
            .orElse("vi");
    List<String> command = new ArrayList<>(List.of(editor.strip().split("\\s+", -1)));
    if (!command.get(0).contains("/") && Programs.onPath(command.get(0), here).isEmpty()) {
      throw Failure.failed(
          "there is no editor " + command.get(0), "Name yours: EDITOR=nano orc start --edit");
    }
    command.add(file.toString());
    try {
      int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (exit != 0) {
        throw Failure.failed("the editor ended with " + exit, "Nothing was started");
      }
    } catch (IOException e) {
      throw Failure.failed("the editor can not be started: " + e.getMessage(), "See EDITOR");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.INTERRUPTED, "interrupted", "Nothing was started");
    }
  }

  /** A word, or some, that is no file and does not look like one: "task templates". */
  private static boolean isName(String word, CommandContext here) {
    return word.matches("[A-Za-z0-9]([A-Za-z0-9_ -]*[A-Za-z0-9_-])?")
        && Files.notExists(here.directory().resolve(word));
  }
}
