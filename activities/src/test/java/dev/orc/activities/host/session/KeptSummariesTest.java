package dev.orc.activities.host.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.Authorization;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.ProjectSummary;
import dev.orc.workflows.model.TimelineEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSummariesTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir Path home;
  private Path folder;
  private KeptSummaries summaries;

  @BeforeEach
  void prepare() throws IOException {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    folder = Files.createDirectories(folders.project("shop"));
    summaries = new KeptSummaries(folders);
  }

  @Test
  void whatWasWrittenAtTheEndIsRead() throws IOException {
    assertThat(summaries.last("shop")).isEmpty();
    Files.writeString(folder.resolve("summary.md"), "# shop");
    Files.writeString(
        folder.resolve("outcome.json"),
        "{\"project\":\"shop\",\"phase\":\"FAILED\",\"endedAt\":\"" + NOW + "\"}");
    assertThat(summaries.last("shop"))
        .contains(
            new ProjectSummary(
                "shop", Phase.FAILED, NOW, folder.resolve("summary.md").toString(), "# shop"));
    Files.writeString(folder.resolve("outcome.json"), "{\"project\":");
    assertThat(summaries.last("shop")).as("spoilt").isEmpty();
  }

  @Test
  void oneThatRunsIsToldAsItStands() throws IOException {
    Files.createDirectories(folder.resolve("transcripts"));
    Files.writeString(folder.resolve("transcripts/developer-1.txt"), "x");
    String text =
        summaries
            .now(
                status(),
                List.of(new TimelineEntry(1, NOW, EntryKind.GIT, "developer", "a | b")),
                NOW)
            .text();
    assertThat(text)
        .startsWith("# shop: working\n")
        .contains("| branch | main |", "| held up | paused |")
        .contains("| developer | asks: Really? | orc attach shop |")
        .contains("orc authorize a1 yes\\|no --project shop")
        .contains("- `transcripts/developer-1.txt`")
        .contains("| 1 | " + NOW + " | git | developer | a \\| b |");
  }

  private static ProjectStatus status() {
    return new ProjectStatus(
        "shop",
        "Shop",
        "alpha",
        "/d",
        "main",
        "shop",
        Phase.WORKING,
        List.of("paused"),
        null,
        NOW,
        NOW,
        null,
        null,
        List.of(new Need("n", "shop", "developer", "asks: Really?", "orc attach shop", NOW)),
        List.of(new Authorization("a1", "developer", "lead", "deploy", NOW, NOW)),
        null,
        null);
  }
}
