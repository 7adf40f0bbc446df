package dev.orc.activities.agent.channel.claude;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orc.activities.agent.channel.Brought;
import dev.orc.activities.agent.channel.Brought.Result;
import dev.orc.activities.agent.channel.Channel.Known;
import dev.orc.activities.agent.channel.Ear;
import dev.orc.activities.agent.channel.Parcel;
import dev.orc.activities.agent.channel.Parcel.Voice;
import dev.orc.activities.agent.channel.ProgramEvent;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ClaudeChannelTest {
  private static final Instant TAKEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final Parcel PEER = new Parcel("m1", "a \"b\"\n\tü", Voice.PEER, false);

  @TempDir Path home;

  @Test
  void aLetterIsOneLineAndTheHooksWordItsReceipt()
      throws IOException, InterruptedException, ExecutionException {
    try (ServerSocketChannel program = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      program.bind(UnixDomainSocketAddress.of(socket()));
      CompletableFuture<String> heard = CompletableFuture.supplyAsync(() -> all(program));
      Brought brought = channel(Optional.of(TAKEN)).bring(PEER, Duration.ofSeconds(1));
      assertThat(brought).isEqualTo(Brought.taken(TAKEN));
      assertThat(heard.get().lines().count()).isEqualTo(1);
      JsonNode line = new ObjectMapper().readTree(heard.get());
      assertThat(line.at("/type").asText()).isEqualTo("user");
      assertThat(line.at("/message/content").asText()).isEqualTo(PEER.text());
    }
  }

  @Test
  void whatTheProgramHasNotTakenIsQueued() throws IOException, InterruptedException {
    try (ServerSocketChannel program = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      program.bind(UnixDomainSocketAddress.of(socket()));
      Brought brought = channel(Optional.empty()).bring(PEER, Duration.ZERO);
      assertThat(brought.result()).isEqualTo(Result.QUEUED);
    }
  }

  @Test
  void aProgramWithoutItsSocketDoesNotHaveIt() throws IOException, InterruptedException {
    Brought brought = channel(Optional.of(TAKEN)).bring(PEER, Duration.ZERO);
    assertThat(brought.result()).isEqualTo(Result.NOT_BROUGHT);
    assertThat(brought.detail()).contains("socket");
  }

  @Test
  void itsUsersWordsGoAnotherWay() {
    ClaudeChannel channel = channel(Optional.empty());
    Parcel user = new Parcel("m1", "x", Voice.USER, false);
    assertThat(channel.carries(PEER, true)).isTrue();
    assertThat(channel.carries(user, false)).isFalse();
    assertThat(channel.carries(user, true)).isFalse();
    assertThat(channel.carries(new Parcel("m1", "x", Voice.USER, true), true)).isTrue();
  }

  @Test
  void itsHistoryHoldsWhatItHasTakenAndNotWhatItHasQueued() throws IOException {
    Path file = home.resolve("projects/-work/talk.jsonl");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "{\"type\":\"queue-operation\",\"content\":\"[orc m2 from a]\\nx\"}\n"
            + "{\"type\":\"user\",\"message\":{\"content\":\"[orc m1 from a]\\nx\"}}\n");
    ClaudeChannel channel = channel(Optional.empty());
    assertThat(channel.knows("m1")).isEqualTo(Known.YES);
    assertThat(channel.knows("m2")).isEqualTo(Known.NO);
    assertThat(new ClaudeHistory(home, "other").knows("m1")).isEqualTo(Known.CANNOT_TELL);
  }

  private Path socket() {
    return home.resolve("s");
  }

  private ClaudeChannel channel(Optional<Instant> taken) {
    return new ClaudeChannel(socket(), new ClaudeHistory(home, "talk"), new Told(taken));
  }

  private static String all(ServerSocketChannel program) {
    try (var client = program.accept()) {
      byte[] bytes = Channels.newInputStream(client).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Told(Optional<Instant> taken) implements Ear {
    @Override
    public void hear(ProgramEvent event) {
      throw new AssertionError("it says nothing by itself: " + event);
    }

    @Override
    public Optional<Instant> awaitTaken(String letterId, Duration atMost) {
      return taken;
    }
  }
}
