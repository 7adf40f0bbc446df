package dev.orc.worker.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OutboxTest {
  @TempDir Path home;

  @Test
  void outlivesAFolderThatIsGoneForAWhile() throws IOException, InterruptedException {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    Outbox outbox = new Outbox(folders, new HandOver(null));
    Path folder = folders.outbox();
    Files.delete(folder.resolve("refused"));
    Files.delete(folder);
    outbox.start();
    try {
      Thread.sleep(500); // long enough for the first sweep to find nothing there
      Files.createDirectories(folder);
      Path poison = Files.writeString(folder.resolve("1.json"), "no JSON");
      Files.setLastModifiedTime(poison, FileTime.from(Instant.now().minusSeconds(60)));
      while (Files.exists(poison)) {
        Thread.sleep(50);
      }
      assertThat(folder.resolve("refused").resolve("1.json")).hasContent("no JSON");
    } finally {
      outbox.close();
    }
  }
}
