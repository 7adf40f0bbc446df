package dev.orc.activities.retry.research;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.activities.RepositoryActivities.IntegrationOrder;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrationKeeperTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Integration DONE =
      new Integration(true, "1111", "backup", List.of("developer"), List.of(), null, null);

  @TempDir Path home;

  @Test
  void keepsIntoWhichBranchItWentAndWhatItHadToPass() {
    IntegrationKeeper keeper = keeper();
    assertThat(keeper.last("shop")).isEmpty();
    Repository repository = new Repository("/d", "release", "0000");
    keeper.keep(new IntegrationOrder("shop", repository, 1, List.of(), List.of("make")), DONE);
    assertThat(keeper.last("shop"))
        .contains(new IntegrationKeeper.Kept(NOW, DONE, "release", List.of("make")));
  }

  @Test
  void oneOfAnEarlierEditionIsReadWithoutThem() throws IOException {
    Path folder = HostFolders.of(Map.of("ORC_HOME", home.toString())).project("shop");
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("integration.json"),
        "{\"at\":\"2026-01-02T03:04:05Z\",\"integration\":{\"moved\":true,\"head\":\"1111\","
            + "\"merged\":[],\"conflicts\":[],\"faults\":[]}}");
    assertThat(keeper().last("shop").orElseThrow().branch()).isNull();
    assertThat(keeper().last("shop").orElseThrow().verify()).isNull();
  }

  private IntegrationKeeper keeper() {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    return new IntegrationKeeper(folders, Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
