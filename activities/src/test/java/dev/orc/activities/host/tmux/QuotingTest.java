package dev.orc.activities.host.tmux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes in comes out, on each way to a real server. */
class QuotingTest {
  private static final List<String> PIECES =
      List.of(
          ";",
          ";;",
          "\\",
          "\\;",
          "'",
          "\"",
          "$",
          "$HOME",
          "${HOME}",
          "~",
          "~/x",
          "#",
          "##",
          "#[",
          "##[",
          "#{",
          "#{pane_id}",
          "#(true)",
          "#S",
          "{",
          "}",
          "%",
          "%1",
          "%H",
          "%%end 1 1 1",
          "%if",
          "\n",
          "\r",
          "\r\n",
          "\t",
          "\u0001",
          "\u001b",
          "\u001f",
          "\u007f",
          " ",
          "  ",
          "-",
          "--",
          "-t",
          "\\n",
          "\\033",
          "\\u00e9",
          "`true`",
          "a",
          "=",
          "@",
          "\u00e9",
          "\u2028",
          "\u241f",
          "\ud83d\ude00",
          "\u0301",
          "&&",
          "|",
          ">",
          "*",
          "!");

  private final TmuxForTests server = new TmuxForTests();
  private final TmuxProcess processes = new TmuxProcess(server.settings());
  @TempDir Path folder;
  private Path file;

  private final Random random = new Random(20_260_102);
  private final ChangeListeners changes = new ChangeListeners();
  private ControlClient control;

  @BeforeEach
  void connect() {
    file = folder.resolve("kept");
    server.session("p", "sleep", "100");
    control = new ControlClient(processes, changes);
    assertThat(control.connect()).isEqualTo(ControlClient.Attempt.CONNECTED);
  }

  @AfterEach
  void end() throws IOException {
    control.close();
    changes.close();
    server.close();
  }

  @Test
  void everyArgumentArrivesOverControlMode() throws ConnectionLost, IOException {
    ControlConnection connection = control.connection().orElseThrow();
    for (String value : values(400)) {
      connection.run(keep(value)).orThrow("keep it");
      assertThat(kept()).isEqualTo(value);
    }
    assertThat(connection.alive()).isTrue();
  }

  @Test
  void everyArgumentArrivesByAProcess() throws IOException {
    for (String value : values(60)) {
      if (TmuxForTests.encodable(value)) {
        processes.run(keep(value)).orThrow("keep it");
        assertThat(kept()).isEqualTo(value);
      } else {
        assertThatThrownBy(() -> processes.run(keep(value))).hasMessageContaining("LC_ALL");
      }
    }
  }

  @Test
  void everyNameSurvivesBeingAFormat() throws ConnectionLost {
    ControlConnection connection = control.connection().orElseThrow();
    for (String value : values(400)) {
      CommandGroup show =
          CommandGroup.of(TmuxCommand.of("display-message", "-p", Quoting.literalFormat(value)));
      // Times are expanded here alone, and a line break would be read as two lines.
      if (!value.matches("(?s).*[%\r\n].*") && !value.startsWith("-")) {
        assertThat(connection.run(show).orThrow("show it")).containsExactly(value);
      }
    }
  }

  @Test
  void aCharacterThatTmuxCanNotCarryIsRefused() {
    CommandGroup batch = keep("a\u0000b");
    assertThatThrownBy(() -> processes.run(batch)).isInstanceOf(TmuxException.class);
    assertThatThrownBy(() -> control.connection().orElseThrow().run(batch))
        .isInstanceOf(TmuxException.class);
    assertThat(control.connection()).isPresent();
  }

  private List<String> values(int composed) {
    List<String> values = new ArrayList<>(PIECES);
    PIECES.forEach(piece -> values.add("x" + piece));
    for (int count = 0; count < composed; count++) {
      StringBuilder value = new StringBuilder();
      for (int pieces = 1 + random.nextInt(6); pieces > 0; pieces--) {
        value.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      values.add(value.toString());
    }
    return values;
  }

  private CommandGroup keep(String value) {
    return CommandGroup.of(
        TmuxCommand.of("set-buffer", "-b", "kept", "--", value),
        TmuxCommand.of("save-buffer", "-b", "kept", file.toString()));
  }

  private String kept() throws IOException {
    return Files.readString(file);
  }
}
