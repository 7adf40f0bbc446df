package dev.orc.activities.plan.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.yaml.ConfigFaults;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.TeamWish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamSectionTest {
  @TempDir Path folder;

  @Test
  void theProjectsWishesLieOverTheHosts() throws IOException {
    HostFolders folders = folders();
    Files.createDirectories(folders.config());
    Files.writeString(
        folders.config().resolve("config.yaml"),
        "team: {plan: max20, type: code_project, add-roles: [Code_Reviewer]}\n");
    project(
        """
        team:
          type: data_pipeline
          size: large
          roles: [developer, developer-2]
          tiers: 3
          phased: true
        """);

    TeamWish wish = Config.load(folders).withProject(folders, folder).team();

    assertThat(wish)
        .isEqualTo(
            new TeamWish(
                "data_pipeline",
                "large",
                "max20",
                List.of("developer", "developer-2"),
                List.of("Code_Reviewer"),
                3,
                true,
                null,
                false,
                false));
  }

  @Test
  void everyFaultHasItsPlaceAndWhatWouldBeRight() throws IOException {
    project(
        """
        team:
          typ: code_project
          type: web_aplication
          size: smal
          plan: max50
          roles: [devloper]
          tiers: 4
          phased: maybe
        """);

    assertThatThrownBy(() -> Config.DEFAULTS.withProject(folders(), folder))
        .isInstanceOf(ConfigFaults.class)
        .hasMessageContaining(".orc.yaml:2: unknown key 'typ'; did you mean type?")
        .hasMessageContaining(
            ".orc.yaml:3: 'web_aplication' is not known here; did you mean web_application?")
        .hasMessageContaining(".orc.yaml:4: 'smal' is not known here; did you mean small?")
        .hasMessageContaining(".orc.yaml:5: 'max50' is not known here; did you mean max5?")
        .hasMessageContaining(".orc.yaml:6: there is no role 'devloper'; did you mean developer?")
        .hasMessageContaining(".orc.yaml:7: '4' is no number of tiers; write 2 or 3")
        .hasMessageContaining(".orc.yaml:8: 'maybe' is neither; write true or false");
  }

  private HostFolders folders() {
    return HostFolders.of(Map.of("ORC_HOME", folder.resolve("home").toString()));
  }

  private void project(String text) throws IOException {
    Files.writeString(folder.resolve(".orc.yaml"), text);
  }
}
