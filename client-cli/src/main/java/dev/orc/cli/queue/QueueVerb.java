package dev.orc.cli.queue;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.batch.BatchFinder;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.project.Projects;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.Request;

/**
 * {@code orc queue pause} and {@code resume}.
 *
 * @param asked what is told to the person once the batch has accepted it
 */
record QueueVerb(String name, String summary, String asked) implements Command {
  static final QueueVerb PAUSE =
      new QueueVerb("pause", "Start nothing more; what runs goes on.", "starts nothing more");
  static final QueueVerb RESUME = new QueueVerb("resume", "Go on after a pause.", "goes on");

  @Override
  public Syntax syntax() {
    return Syntax.of(this, name, summary)
        .option("--reason", "TEXT", "Why; it stands in the story.")
        .option("--batch", "NAME", "Which batch; otherwise the host's queue.")
        .json()
        .example("orc queue " + name + " --batch nightly");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    ApiClient api = ApiClient.of(here);
    BatchStatus batch = BatchFinder.chosen(api, given.text("--batch"));
    Request request = new Request(CallerIds.next(), Projects.caller(here), given.text("--reason"));
    Accepted accepted = api.post(Accepted.class, BatchFinder.of(batch.batch(), name), request);
    BatchAcknowledgement.say(given, here, accepted, batch.batch() + " " + asked);
    return Failure.DONE;
  }
}
