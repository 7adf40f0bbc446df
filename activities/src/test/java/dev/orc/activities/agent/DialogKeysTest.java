package dev.orc.activities.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.agent.driver.Drivers;
import dev.orc.activities.host.tmux.Tmux;
import dev.orc.activities.host.tmux.TmuxForTests;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A menu as newer programs show it: without numbers, the refusal marked, Enter takes the mark. */
@Timeout(60)
class DialogKeysTest {
  private static final String MENU =
      """
      at=0
      draw() {
        printf '\\033[2J\\033[H%s\\n' ────────────────────────
        printf ' By proceeding, you accept all responsibility\\n\\n'
        if [ $at = 0 ]; then printf ' ❯ No, exit\\n   Yes, I accept\\n'
        else printf '   No, exit\\n ❯ Yes, I accept\\n'; fi
        printf '\\n Enter to confirm · Esc to cancel\\n'
      }
      stty -echo -icanon
      draw
      while key=$(dd bs=3 count=1 2>/dev/null; echo x); do
        case $key in
          *B'x') at=1 ;;
          *A'x') at=0 ;;
          *) break ;;
        esac
        draw
      done
      printf '\\033[2J\\033[Hchosen %s\\n' $at
      sleep 60
      """;

  @TempDir Path home;
  private TmuxForTests server;
  private Tmux.Pane pane;

  @BeforeEach
  void open() throws IOException {
    server = new TmuxForTests();
    Path script = Files.writeString(home.resolve("menu.sh"), MENU);
    pane = server.session("menu", "sh", script.toString());
    TmuxForTests.await("the menu", () -> screen().contains("Esc to cancel"));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void movesTheMarkToWhatIsWantedBeforeItTakesIt() throws IOException, InterruptedException {
    DialogKeys keys = keys(driver("permissions: { given: true, arguments: [--yes] }"));
    assertThat(keys.canAnswer(pane.id())).isTrue();
    assertThat(keys.answer(pane.id())).isTrue();
    TmuxForTests.await("the choice", () -> screen().contains("chosen 1"));
    assertThat(keys.answer(pane.id())).as("nothing is asked any more").isFalse();
  }

  @Test
  void touchesNothingThatTheUserDidNotConsentTo() throws IOException, InterruptedException {
    DialogKeys keys = keys(driver("trust: { given: true }"));
    assertThat(keys.canAnswer(pane.id())).isFalse();
    assertThat(keys.answer(pane.id())).isFalse();
    assertThat(screen()).contains("❯ No, exit");
  }

  private DialogKeys keys(Driver driver) {
    return new DialogKeys(server.tmux(), driver, () -> {});
  }

  private String screen() {
    return server.tmux().screen(pane.id());
  }

  private Driver driver(String consent) throws IOException {
    Path file = home.resolve("config/drivers/claude.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "name: claude\nextends: claude\nconsent:\n  " + consent + "\n");
    return Drivers.load(HostFolders.of(Map.of("ORC_HOME", home.toString()))).get("claude");
  }
}
