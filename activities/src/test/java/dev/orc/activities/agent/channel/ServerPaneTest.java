package dev.orc.activities.agent.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.host.tmux.TmuxForTests;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServerPaneTest {
  private static final List<String> SERVER =
      List.of("sh", "-c", "echo \"$1 $2\" >served; exec sleep 600", "server", "one two", "$HOME");

  @TempDir Path folder;
  private Process pane;

  /** What the pane has started ends a moment after it, and may write into the folder until then. */
  @AfterEach
  void end() throws InterruptedException {
    if (pane != null) {
      pane.descendants().forEach(ProcessHandle::destroyForcibly);
      pane.destroyForcibly().waitFor();
      TmuxForTests.await(
          "the end of all", () -> ProcessHandle.allProcesses().noneMatch(this::belongsHere));
    }
  }

  private boolean belongsHere(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains(folder.toString());
  }

  @Test
  void theTerminalProgramComesWhenItsConversationIsKnownAndEndsWithTheServer()
      throws IOException, InterruptedException, ChannelFailure {
    start(SERVER, List.of("sh", "-c", "echo \"$1\" >attached-to; exec sleep 600", "view"));
    await("served");
    assertThat(Files.readString(folder.resolve("served"))).isEqualTo("one two $HOME\n");
    assertThat(folder.resolve("attached-to")).doesNotExist();
    ServerPane.attach(folder, "thread-1");
    await("attached-to");
    assertThat(Files.readString(folder.resolve("attached-to"))).isEqualTo("thread-1\n");
    assertThat(ServerPane.attached(folder)).isTrue();
    server().destroyForcibly();
    assertThat(pane.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aServerThatEndsAtOnceSaysWhy() throws IOException, InterruptedException, ChannelFailure {
    start(List.of("sh", "-c", "echo no such option; exit 3"), List.of("sleep", "600"));
    assertThat(pane.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(pane.exitValue()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("out"))).contains("no such option");
  }

  @Test
  void onlyAWordIsToldToThePane() {
    assertThatThrownBy(() -> ServerPane.attach(folder, "a b")).isInstanceOf(ChannelFailure.class);
    assertThatThrownBy(() -> ServerPane.attach(folder, "-x")).isInstanceOf(ChannelFailure.class);
  }

  private ProcessHandle server() {
    return pane.descendants()
        .filter(child -> child.info().command().orElse("").endsWith("sleep"))
        .findFirst()
        .orElseThrow();
  }

  private void start(List<String> server, List<String> attach)
      throws IOException, InterruptedException, ChannelFailure {
    pane =
        new ProcessBuilder(ServerPane.command(folder, server, attach))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectInput(new File("/dev/null"))
            .start();
  }

  private void await(String file) throws InterruptedException, IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    Path wanted = folder.resolve(file);
    while (!Files.exists(wanted) || Files.size(wanted) == 0) {
      assertThat(System.nanoTime()).as("no " + file).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
