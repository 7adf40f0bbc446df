package dev.orc.activities.host.tmux;

import static dev.orc.activities.host.tmux.TmuxForTests.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.host.tmux.Tmux.Pane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is pasted arrives byte for byte, or not at all and says so. */
class PasteTest {
  private final TmuxForTests server = new TmuxForTests();
  private final Tmux tmux = server.tmux();

  @TempDir Path folder;
  private Path received;

  @BeforeEach
  void prepare() {
    received = folder.resolve("received");
  }

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "ends in a semicolon;",
        ";",
        "\\;",
        "-p -d",
        "'quoted' \"twice\" `thrice` $HOME ${HOME} ~ #{pane_id} #(true) %1 {a} \\n \\",
        "lines\nand\n\nmore\n",
        "tab\tand bell \u0007 and \u007f",
        "umlaut ü, dash \u2013, face \ud83d\ude00, bidi \u202e"
      })
  void arrivesAsItIs(String text) throws IOException {
    Pane pane = reader(text);
    tmux.paste(pane.id(), text);
    assertThat(arrived(text)).isEqualTo(text);
  }

  @Test
  void aMegabyteArrives() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int line = 0; text.length() < 1_000_000; line++) {
      text.append("line ").append(line).append(" ü \ud83d\ude00 'x' ;\n");
    }
    Pane pane = reader(text.toString());
    tmux.paste(pane.id(), text.toString());
    assertThat(arrived(text.toString())).isEqualTo(text.toString());
  }

  @Test
  void leavesCopyModeFirst() throws IOException {
    Pane pane = reader("text");
    new TmuxProcess(server.settings())
        .run(CommandGroup.of(TmuxCommand.of("copy-mode", "-t", pane.id())))
        .orThrow("enter copy mode");
    assertThat(tmux.pane(pane.id()).orElseThrow().inMode()).isTrue();
    tmux.paste(pane.id(), "text");
    assertThat(arrived("text")).isEqualTo("text");
    assertThat(tmux.pane(pane.id()).orElseThrow().inMode()).isFalse();
  }

  @Test
  void wrapsThePasteForAProgramThatAskedForIt() {
    Pane pane =
        server.session("p", "sh", "-c", "printf '\\033[?2004hready'; stty raw -echo; exec cat -v");
    await("the program reads", () -> runs(pane, "cat"));
    tmux.paste(pane.id(), "two\nlines");
    await("the wrapped paste", () -> tmux.screen(pane.id()).contains("^[[200~two"));
    await("its end", () -> tmux.screen(pane.id()).contains("lines^[[201~"));
  }

  @Test
  void aDeadPaneIsRefusedAndTheServerLives() {
    Pane pane = server.session("p", "true");
    await("its death", () -> tmux.pane(pane.id()).orElseThrow().dead());
    assertThatThrownBy(() -> tmux.paste(pane.id(), "text"))
        .isInstanceOf(TmuxException.class)
        .hasMessageContaining("its program is gone");
    assertThatThrownBy(() -> tmux.keys(pane.id(), List.of("Enter")))
        .isInstanceOf(TmuxException.class)
        .hasMessageContaining("its program is gone");
    assertThatThrownBy(() -> tmux.paste("%99", "text"))
        .isInstanceOf(TmuxException.class)
        .hasMessageContaining("can't find pane");
    assertThat(tmux.pane(pane.id())).isPresent();
    assertThat(buffers()).isEmpty();
  }

  @Test
  void sendsKeysByName() {
    Pane pane = server.session("p", "sh", "-c", "stty raw -echo; exec cat -v");
    await("the program reads", () -> runs(pane, "cat"));
    tmux.keys(pane.id(), List.of("Escape", "C-u", "Enter", "x"));
    await("the keys", () -> tmux.screen(pane.id()).equals("^[^U^Mx"));
  }

  private Pane reader(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    String script = "stty raw -echo; echo ready; head -c " + bytes + " > \"$1\"; sleep 100";
    Pane pane = server.session("p", "sh", "-c", script, "sh", received.toString());
    await("the program", () -> tmux.screen(pane.id()).equals("ready"));
    return pane;
  }

  private String arrived(String text) throws IOException {
    long bytes = text.getBytes(StandardCharsets.UTF_8).length;
    await("all bytes", () -> received.toFile().length() == bytes);
    return Files.readString(received);
  }

  private static boolean runs(Pane pane, String program) {
    return ProcessHandle.of(pane.pid())
        .flatMap(handle -> handle.info().command())
        .filter(command -> command.endsWith(program))
        .isPresent();
  }

  private List<String> buffers() {
    TmuxProcess process = new TmuxProcess(server.settings());
    return process.run(CommandGroup.of(TmuxCommand.of("list-buffers"))).orThrow("list its buffers");
  }
}
