package dev.orc.activities.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.Refusal;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageTextsTest {
  @TempDir Path home;
  private HostFolders folders;
  private MessageTexts texts;

  @BeforeEach
  void begin() {
    folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    texts = new MessageTexts(folders);
  }

  @Test
  void aShortTextStaysInTheMessage() {
    Message message = message("hello");
    assertThat(texts.stored("shop", message)).isSameAs(message);
  }

  @Test
  void aLongTextGoesToAFileAndComesBack() throws IOException {
    Message message = message("ü".repeat(5_000));
    Message stored = texts.stored("shop", message);
    assertThat(stored.text()).isNull();
    Path file = Path.of(stored.file());
    assertThat(file).startsWith(folders.project("shop").resolve("messages"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(texts.inlined(stored)).isEqualTo(message);
    assertThat(texts.stored("shop", message)).isEqualTo(stored);
  }

  @Test
  void moreThanTwoMegabytesAreRefused() {
    assertThatThrownBy(() -> texts.stored("shop", message("x".repeat((2 << 20) + 1))))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.USAGE));
  }

  @Test
  void aFileOutsideTheStateFolderIsRefused() throws IOException {
    Files.createDirectories(folders.state());
    Path secret = Files.writeString(home.resolve("secret"), "s");
    assertThatThrownBy(() -> texts.text(withFile(secret.toString())))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("outside");
    Path link = Files.createSymbolicLink(folders.state().resolve("link"), secret);
    assertThatThrownBy(() -> texts.text(withFile(link.toString())))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("outside");
  }

  @Test
  void aFileThatIsGoneIsSaidSo() {
    assertThatThrownBy(() -> texts.text(withFile(folders.state() + "/none.txt")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("gone");
  }

  private static Message message(String text) {
    return Message.ordinary("m1", "tester", "developer", text, Instant.EPOCH);
  }

  private static Message withFile(String file) {
    return new Message(
        "m1",
        "tester",
        "developer",
        MessageKind.ORDINARY,
        0,
        null,
        false,
        null,
        null,
        file,
        Instant.EPOCH);
  }
}
