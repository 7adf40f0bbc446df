package dev.orc.worker.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

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
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    Logger log = (Logger) LoggerFactory.getLogger(Outbox.class);
    log.addAppender(said);
    outbox.start();
    try {
      await(() -> !said.list.isEmpty()); // a sweep has found no folder, and said so
      Files.createDirectories(folder);
      Path poison = Files.writeString(folder.resolve("1.json"), "no JSON");
      Files.setLastModifiedTime(poison, FileTime.from(Instant.now().minusSeconds(60)));
      await(() -> !Files.exists(poison));
      assertThat(folder.resolve("refused").resolve("1.json")).hasContent("no JSON");
    } finally {
      log.detachAppender(said);
      outbox.close();
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }
}
