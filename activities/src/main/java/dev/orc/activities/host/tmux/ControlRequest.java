package dev.orc.activities.host.tmux;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A batch on its way over a control connection. Each of its commands is answered by its blocks, and
 * the first error ends it.
 */
final class ControlRequest {
  private final byte[] line;
  private final int blocks;
  private final List<String> lines = new ArrayList<>();
  private final CompletableFuture<Reply> reply = new CompletableFuture<>();
  private int answered;
  private volatile boolean sent;

  ControlRequest(CommandGroup batch) {
    this.line = (Quoting.line(batch.commands()) + "\n").getBytes(StandardCharsets.UTF_8);
    this.blocks = batch.commands().stream().mapToInt(TmuxCommand::replies).sum();
  }

  byte[] line() {
    return line;
  }

  CompletableFuture<Reply> reply() {
    return reply;
  }

  void markSent() {
    sent = true;
  }

  void lose(String why) {
    reply.completeExceptionally(new ConnectionLost(why, sent));
  }

  /** Takes one block; true when it was the last. Called by the reading thread alone. */
  boolean take(boolean ok, List<String> body) {
    if (!ok) {
      reply.complete(Reply.failed(String.join(" ", body)));
      return true;
    }
    lines.addAll(body);
    answered++;
    if (answered < blocks) {
      return false;
    }
    reply.complete(Reply.done(lines));
    return true;
  }
}
