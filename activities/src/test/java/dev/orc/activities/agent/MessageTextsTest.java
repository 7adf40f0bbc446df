package dev.orc.activities.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
  void aBriefIsReadWhereOrcItselfSaysIt() throws IOException {
    Path briefs = Files.createDirectories(folders.briefs("shop"));
    Path brief = Files.writeString(briefs.resolve("developer-1.md"), "You are the developer.");

    assertThat(texts.text(naming(Message.ORC, brief))).isEqualTo("You are the developer.");
    assertThatThrownBy(() -> texts.text(naming("person", brief))).isInstanceOf(Refusal.class);
    Path other = Files.writeString(briefs.resolve("tokens.json"), "{}");
    assertThatThrownBy(() -> texts.text(naming(Message.ORC, other))).isInstanceOf(Refusal.class);
  }

  private static Message naming(String from, Path file) {
    return new Message(
        "id",
        from,
        "developer",
        MessageKind.BRIEF,
        50,
        null,
        false,
        null,
        null,
        file.toString(),
        Instant.EPOCH);
  }

  @Test
  void anyOtherFileThanAKeptTextIsRefused() throws IOException {
    Path messages = folders.project("shop").resolve("messages");
    Files.createDirectories(messages);
    Path secret = Files.writeString(home.resolve("secret"), "s");
    Path tokens = Files.writeString(folders.state().resolve("tokens.json"), "{}");
    Path named = Files.writeString(messages.resolve("tokens.json"), "{}");
    Path link = Files.createSymbolicLink(messages.resolve("0123456789abcdef.txt"), tokens);
    for (Object file :
        List.of(secret, tokens, named, link, "/", messages, messages + "/../../../tokens.json")) {
      for (ThrowingCallable reading :
          List.<ThrowingCallable>of(
              () -> texts.text(withFile(file.toString())),
              () -> texts.stored("shop", withFile(file.toString())))) {
        assertThatThrownBy(reading)
            .as(file.toString())
            .isInstanceOf(Refusal.class)
            .hasMessageContaining("no text that was kept");
      }
    }
  }

  @Test
  void theTextOfAnotherProjectIsNotTaken() {
    Message kept = texts.stored("hub", message("ü".repeat(5_000)));
    assertThatThrownBy(() -> texts.stored("shop", kept)).isInstanceOf(Refusal.class);
  }

  @Test
  void aFileThatIsGoneIsSaidSo() {
    assertThatThrownBy(
            () ->
                texts.text(
                    withFile(folders.project("shop") + "/messages/" + "0".repeat(64) + ".txt")))
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
