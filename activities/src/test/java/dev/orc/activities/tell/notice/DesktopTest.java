package dev.orc.activities.tell.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopTest {
  private static final Notice NOTICE =
      new Notice(
          "id",
          "--help; $(x)",
          "body",
          List.of(new Need("n", "p", null, "what", "do \"it\"", Instant.EPOCH)));

  @TempDir Path folder;

  @Test
  void theProgramGetsTheTextsAsTheyAre() throws IOException, InterruptedException {
    Path program = folder.resolve("notify-send");
    Files.writeString(program, "#!/bin/sh\nprintf '%s\\n' \"$@\" > " + folder + "/got\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    NoticeCommand command =
        new NoticeCommand(
            "desktop",
            List.of("/usr/bin/env", "PATH=" + folder + ":/bin:/usr/bin").stream()
                .collect(
                    java.util.stream.Collectors.collectingAndThen(
                        java.util.stream.Collectors.toList(),
                        words -> {
                          words.addAll(new Desktop("Linux").words(NOTICE));
                          return words;
                        })),
            java.util.Map.of(),
            java.time.Duration.ofSeconds(10));
    command.tell(NOTICE);
    assertThat(folder.resolve("got"))
        .hasContent("--app-name=orc\n--urgency=critical\n--\n--help; $(x)\ndo \"it\"\n");
  }

  @Test
  void onAMacTheScriptGetsTheTextsAsArguments() {
    List<String> words = new Desktop("Mac OS X").words(NOTICE);
    assertThat(words).startsWith("osascript", "-e").endsWith("--help; $(x)", "do \"it\"");
    assertThat(words).filteredOn(word -> word.contains("it\"")).hasSize(1);
  }
}
