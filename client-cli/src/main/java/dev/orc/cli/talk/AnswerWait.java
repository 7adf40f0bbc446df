package dev.orc.cli.talk;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.api.EventStream;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.project.Target;
import dev.orc.cli.screen.Ago;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.Letter;
import dev.orc.workflows.model.LetterState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Waits until a message is answered: looks whenever something happens in the project. */
final class AnswerWait {
  private final CommandContext here;
  private final Target target;
  private final String id;
  private final boolean json;
  private final ApiClient api;

  AnswerWait(CommandContext here, Target target, String id, boolean json) {
    this.here = here;
    this.target = target;
    this.id = id;
    this.json = json;
    this.api = ApiClient.of(here);
  }

  int upTo(Duration longest) {
    Instant end = Instant.now().plus(longest);
    here.err()
        .println("orc: sent " + id + "; waiting " + Ago.of(longest) + " at most for the answer");
    here.err().flush();
    try (EventStream events =
        api.events("/v1/events?project=" + ApiClient.part(target.project()))) {
      do {
        Optional<Letter> settled = look();
        if (settled.isPresent()) {
          return tell(settled.get());
        }
      } while (Instant.now().isBefore(end) && events.next(end).isPresent());
    } catch (IOException e) {
      throw Failure.failed(
          "the worker went away while waiting", "See the answer: orc inbox " + target);
    }
    throw Failure.failed(
        "no answer from " + target + " within " + Ago.of(longest),
        "See what it does: orc attach " + target);
  }

  private Optional<Letter> look() {
    String role = target.role().startsWith("@") ? "" : "?role=" + ApiClient.part(target.role());
    List<Letter> inbox = api.list(Letter.class, ApiClient.of(target.project(), "inbox") + role);
    return inbox.stream()
        .filter(letter -> letter.message().id().startsWith(id))
        .filter(letter -> letter.answer() != null || letter.state().equals(LetterState.EXPIRED))
        .findFirst();
  }

  private int tell(Letter letter) {
    if (json) {
      here.say(ApiJson.text(letter));
      return letter.answer() == null ? Failure.FAILED : Failure.DONE;
    }
    if (letter.answer() == null) {
      throw Failure.failed("the message expired before it was delivered", "Send it again");
    }
    here.say(Clean.lines(letter.answer()));
    return Failure.DONE;
  }
}
