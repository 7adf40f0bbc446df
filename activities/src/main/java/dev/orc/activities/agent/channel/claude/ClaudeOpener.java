package dev.orc.activities.agent.channel.claude;

import dev.orc.activities.agent.channel.Channel;
import dev.orc.activities.agent.channel.ChannelFailure;
import dev.orc.activities.agent.channel.ChannelLife;
import dev.orc.activities.agent.channel.ChannelOpener;
import dev.orc.activities.agent.channel.Ear;
import dev.orc.activities.agent.channel.PaneStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts Claude Code with a socket of ours for its session. Thread-safe. */
public final class ClaudeOpener implements ChannelOpener {
  private final Path home;

  /**
   * @param environment of the worker: where the program keeps its conversations
   */
  public ClaudeOpener(Map<String, String> environment) {
    String configured = environment.getOrDefault("CLAUDE_CONFIG_DIR", "");
    this.home =
        configured.isEmpty()
            ? Path.of(environment.getOrDefault("HOME", "/")).resolve(".claude")
            : Path.of(configured);
  }

  @Override
  public PaneStart prepare(ChannelLife life, PaneStart usual) throws ChannelFailure {
    SocketPlace place = SocketPlace.of(life.folder());
    place.prepare();
    int program = usual.program().size();
    List<String> command = new ArrayList<>(usual.command().subList(0, program));
    command.add("--messaging-socket-path");
    command.add(place.socket().toString());
    command.addAll(usual.command().subList(program, usual.command().size()));
    return usual.with(command);
  }

  @Override
  public Channel open(ChannelLife life, Ear ear) {
    return new ClaudeChannel(
        SocketPlace.of(life.folder()).socket(), new ClaudeHistory(home, life.conversation()), ear);
  }

  @Override
  public void close(ChannelLife life) {
    try {
      Files.deleteIfExists(SocketPlace.of(life.folder()).socket());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
