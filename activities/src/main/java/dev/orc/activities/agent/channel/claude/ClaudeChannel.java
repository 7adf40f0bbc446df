package dev.orc.activities.agent.channel.claude;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orc.activities.agent.channel.Brought;
import dev.orc.activities.agent.channel.Channel;
import dev.orc.activities.agent.channel.Ear;
import dev.orc.activities.agent.channel.Parcel;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Claude Code's session socket: one line for each letter, and no answer to it. The program takes it
 * at once when it is idle, at the next call of a tool or after the turn when not, and its hook
 * tells when. It shows the model that a peer has sent it, so its user's words go another way,
 * unless they are urgent and it works. Thread-safe.
 */
final class ClaudeChannel implements Channel {
  private final Path socket;
  private final ClaudeHistory history;
  private final Ear ear;

  ClaudeChannel(Path socket, ClaudeHistory history, Ear ear) {
    this.socket = socket;
    this.history = history;
    this.ear = ear;
  }

  @Override
  public boolean carries(Parcel parcel, boolean working) {
    return parcel.voice() == Parcel.Voice.PEER || (working && parcel.urgent());
  }

  @Override
  public Brought bring(Parcel parcel, Duration atMost) throws InterruptedException {
    Instant handed = Instant.now();
    boolean writing = false;
    try (SocketChannel program = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      writing = true;
      ByteBuffer line = ByteBuffer.wrap(line(parcel.text()).getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        program.write(line);
      }
    } catch (IOException e) {
      String why = "its session's socket " + (writing ? "broke off" : "is closed") + ": " + e;
      return writing ? new Brought(Brought.Result.DOUBTFUL, handed, why) : Brought.not(why);
    }
    Optional<Instant> taken = ear.awaitTaken(parcel.letterId(), atMost);
    return taken.map(Brought::taken).orElseGet(() -> Brought.queued(handed));
  }

  private static String line(String text) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("type", "user");
    line.putObject("message").put("role", "user").put("content", text);
    return line + "\n";
  }

  @Override
  public Known knows(String letterId) {
    return history.knows(letterId);
  }

  /** It asks on its screen, and is answered there. */
  @Override
  public boolean answer(String questionId, String choice) {
    return false;
  }

  @Override
  public void close() {
    // Every letter has a connection of its own.
  }
}
