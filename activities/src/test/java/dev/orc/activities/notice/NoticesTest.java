package dev.orc.activities.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {
  @TempDir Path folder;
  private HostFolders folders;
  private Path told;

  @BeforeEach
  void prepare() {
    folders = HostFolders.of(Map.of("ORC_HOME", folder.toString()));
    told = folder.resolve("told");
  }

  @Test
  void tellsANeedOnceAlsoAfterARestart() throws IOException {
    Notices notices = new Notices(folders, Optional.of(writing("exit 0")));
    notices.tell(need("n1", "what; $(touch x)\u001b[31m\nis it"));
    notices.tell(need("n1", "what; $(touch x)\u001b[31m\nis it"));
    new Notices(folders, Optional.of(writing("exit 0"))).tell(need("n1", "again"));
    new Notices(folders, Optional.of(writing("exit 0"))).tell(need("n2", "other"));
    assertThat(told)
        .hasContent(
            "n1|p|developer|what; $(touch x) is it|do it|x y\nn2|p|developer|other|do it|x y\n");
    assertThat(listed()).filteredOn(line -> line.contains("LISTED")).hasSize(2);
  }

  @Test
  void theSameNeedOfAnotherProjectOrAnotherTimeIsToldToo() throws IOException {
    Notices notices = new Notices(folders, Optional.of(writing("exit 0")));
    Need first = need("gone/developer", "crashed");
    notices.tell(first);
    notices.tell(
        new Need(first.id(), "other", first.role(), first.what(), first.remedy(), first.at()));
    Need later =
        new Need(
            first.id(),
            first.project(),
            first.role(),
            first.what(),
            first.remedy(),
            first.at().plusSeconds(60));
    notices.tell(later);
    new Notices(folders, Optional.of(writing("exit 0"))).tell(later);
    assertThat(Files.readAllLines(told)).hasSize(3);
  }

  @Test
  void withoutACommandItIsListedOnce() throws IOException {
    Notices notices = new Notices(folders, Optional.empty());
    notices.tell(need("n1", "what"));
    notices.tell(need("n1", "what"));
    assertThat(listed()).singleElement().asString().contains("\"n1\"", "2026-01-02T03:04:05Z");
  }

  @Test
  void aCommandThatFailedIsTriedAgain() throws IOException {
    assertThatThrownBy(
            () ->
                new Notices(folders, Optional.of(writing("echo no way; exit 3")))
                    .tell(need("n1", "what")))
        .hasMessageContaining("exited with 3: no way");
    new Notices(folders, Optional.of(writing("exit 0"))).tell(need("n1", "what"));
    assertThat(Files.readAllLines(told)).hasSize(2);
    assertThat(listed()).filteredOn(line -> line.contains("LISTED")).hasSize(1);
  }

  @Test
  void aCommandThatHangsIsEnded() {
    NoticeCommand hanging =
        new NoticeCommand(List.of("sleep", "100"), Map.of(), Duration.ofMillis(200));
    assertThatThrownBy(() -> new Notices(folders, Optional.of(hanging)).tell(need("n1", "what")))
        .hasMessageContaining("took longer");
  }

  @Test
  void aTornLineIsLeftOut() throws IOException {
    new Notices(folders, Optional.empty()).tell(need("n1", "what"));
    Files.writeString(file(), Files.readString(file()) + "{\"step\":\"LIS\n");
    new Notices(folders, Optional.empty()).tell(need("n1", "what"));
    assertThat(listed()).hasSize(2);
  }

  private NoticeCommand writing(String end) {
    String line = "$ORC_NEED_ID|$ORC_PROJECT|$ORC_ROLE|$ORC_NEED|$ORC_REMEDY|$MORE";
    String script = "echo \"" + line + "\" >> \"$0\"; " + end;
    return new NoticeCommand(
        List.of("/bin/sh", "-c", script, told.toString()),
        Map.of("MORE", "x y"),
        Duration.ofSeconds(10));
  }

  private List<String> listed() throws IOException {
    return Files.readAllLines(file());
  }

  private Path file() {
    return folders.state().resolve("notices.jsonl");
  }

  private static Need need(String id, String what) {
    return new Need(id, "p", "developer", what, "do it", Instant.parse("2026-01-02T03:04:05Z"));
  }
}
