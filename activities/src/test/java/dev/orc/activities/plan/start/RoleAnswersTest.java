package dev.orc.activities.plan.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.git.GitForTests;
import dev.orc.activities.git.GitProgram;
import dev.orc.activities.git.RepositoryCheck;
import dev.orc.activities.plan.config.Config;
import dev.orc.activities.yaml.ConfigFaults;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.RoleCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleAnswersTest {
  @TempDir Path home;
  @TempDir Path place;
  private RoleAnswers desk;

  @BeforeEach
  void openTheDesk() {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    RepositoryCheck repositories = new RepositoryCheck(GitProgram.plain());
    desk =
        new RoleAnswers(
            folders, repositories, new RepositoryTrusts(folders, Config.DEFAULTS, repositories));
  }

  @Test
  void theRolesOfTheRepositoryAroundCount() throws IOException {
    Path shop = place.resolve("Shop");
    GitForTests.empty(shop);
    Path below = Files.createDirectories(shop.resolve("a/b"));
    write(shop, "clerk", "---\nduty: Sells.\n---\nSell.\n");

    assertThat(desk.cards("")).extracting(RoleCard::name).hasSize(44).doesNotContain("clerk");
    assertThat(desk.cards(below.toString())).extracting(RoleCard::name).contains("clerk");
    assertThat(desk.brief("Clerk", below.toString(), ""))
        .startsWith("# You are the clerk of project shop\n\nSells.\n\nSell.\n")
        .contains("Your branch is `clerk/shop`")
        .contains("- clerk (you): Sells.")
        .contains("- project-manager: ");
  }

  @Test
  void theSampleHasWhomTheRoleNeeds() {
    assertThat(desk.brief("databaseops", "", ""))
        .contains("- sysadmin: ")
        .contains("- databaseops (you): ")
        .contains("(Here stands the spec; name one to see it.)");
    assertThat(desk.brief("developer-2", "", "")).contains("developer has the same job as you");
  }

  @Test
  void theSpecIsThatOfTheSample() throws IOException {
    Path spec =
        Files.writeString(
            place.resolve("shop.md"), "PROJECT: Corner Shop\n\nSUCCESS CRITERIA:\n- it opens\n");

    assertThat(desk.brief("tester", "", spec.toString()))
        .contains("## The spec: Corner Shop")
        .contains("- it opens");
  }

  @Test
  void theFileOfARoleCanBeOnesOwn() throws IOException {
    write(place, "tester", desk.file("tester", ""));

    assertThat(desk.file("tester", place.toString())).isEqualTo(desk.file("tester", ""));
    assertThat(desk.cards(place.toString()))
        .anyMatch(card -> card.name().equals("tester") && card.origin().endsWith("tester.md"));
  }

  @Test
  void whatIsWrongIsRefused() throws IOException {
    assertThatThrownBy(() -> desk.brief("tesler", "", ""))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind().exit()).isEqualTo(3);
              assertThat(refusal.remedy()).isEqualTo("did you mean tester?");
            });
    assertThatThrownBy(() -> desk.cards("relative")).hasMessageContaining("not an absolute path");
    assertThatThrownBy(() -> desk.cards(place.resolve("none").toString()))
        .hasMessageContaining("is no directory");

    write(place, "tester", "---\nminuts: 4\n---\n");
    assertThatThrownBy(() -> desk.brief("developer", place.toString(), ""))
        .isInstanceOf(ConfigFaults.class);
    Files.delete(place.resolve(".orc/roles/tester.md"));
    Files.createDirectories(home.resolve("config"));
    Files.writeString(home.resolve("config/brief.md"), "One.\n{{rolle}}\n");
    assertThatThrownBy(() -> desk.brief("developer", place.toString(), ""))
        .hasMessageContaining("brief.md:2: unknown placeholder 'rolle'; did you mean {{role}}?");
  }

  private static void write(Path project, String name, String text) throws IOException {
    Path roles = Files.createDirectories(project.resolve(".orc/roles"));
    Files.writeString(roles.resolve(name + ".md"), text);
  }
}
