package dev.orc.cli.talk;

import dev.orc.cli.FakeWorker;
import dev.orc.workflows.model.Letter;
import dev.orc.workflows.model.LetterState;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import java.io.IOException;
import java.time.Instant;

/** An inbox that holds the answer to whatever has been sent. */
final class AnsweringInbox {
  private AnsweringInbox() {}

  static void of(FakeWorker worker, String post, String answer) {
    worker.computed(
        "GET /v1/projects/shop/inbox?role=developer",
        requests ->
            requests.stream()
                .filter(request -> request.line().equals(post))
                .map(request -> answered(request, answer))
                .toList());
  }

  private static Letter answered(FakeWorker.Request request, String answer) {
    try {
      String id = request.json().get("id").toString();
      Message message =
          Message.of(MessageKind.ORDINARY, id, "person", "developer", "?", Instant.EPOCH);
      return new Letter(message, LetterState.ANSWERED, Instant.EPOCH, answer);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
