package dev.orc.worker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.worker.WorkerUnderTest;
import dev.orc.worker.WorkerUnderTest.Said;
import dev.orc.worker.process.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Roles and briefs over real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class RolesApiTest {
  @TempDir static Path home;
  @TempDir static Path project;
  private WorkerUnderTest worker;

  @BeforeAll
  void start() throws IOException {
    worker = new WorkerUnderTest(home);
  }

  @AfterAll
  void end() throws InterruptedException {
    worker.close();
  }

  @Test
  void listsTheRoles() {
    JsonNode roles = worker.get("/v1/roles").body();

    assertThat(roles).hasSize(44);
    assertThat(roles.get(0).get("name").asText()).isEqualTo("orchestrator");
    assertThat(roles.get(0).get("leads").asBoolean()).isTrue();
    assertThat(roles.get(2).get("talksTo").get(0).asText()).isEqualTo("orchestrator");
  }

  @Test
  void answersABrief() {
    JsonNode brief = worker.get("/v1/roles/tester/brief?spec=/s.md").body();

    assertThat(brief.get("role").asText()).isEqualTo("tester");
    assertThat(brief.get("brief").asText()).isEqualTo("brief of tester on /s.md");
    assertThat(worker.get("/v1/roles/tester/brief?raw=true").text()).contains("file of tester");
  }

  @Test
  void aRoleThatIsNotThereIsNotFound() {
    assertThat(worker.get("/v1/roles/UI%20Designer/brief").status()).isEqualTo(200);
    Said none = worker.get("/v1/roles/tesler/brief");

    assertThat(none.status()).isEqualTo(404);
    assertThat(none.body().get("exit").asInt()).isEqualTo(3);
    assertThat(none.body().get("remedy").asText()).isEqualTo("did you mean tester?");
  }

  @Test
  void allFaultsOfTheFilesAreAnswered() throws IOException {
    Path roles = Files.createDirectories(project.resolve(".orc/roles"));
    Files.writeString(roles.resolve("tester.md"), "---\nminuts: 5\nstage: 9\n---\n");

    Said faulty = worker.get("/v1/roles?project=" + project);

    assertThat(faulty.status()).isEqualTo(400);
    assertThat(faulty.body().get("error").asText()).contains("tester.md:2: ");
    assertThat(faulty.body().get("more").get(0).asText()).contains("tester.md:3: ");
  }

  @Test
  void aViewerMayNotHaveFilesRead() throws IOException {
    String viewer =
        Json.lenient()
            .readTree(worker.folders().state().resolve("tokens.json").toFile())
            .get("viewer")
            .asText();

    assertThat(worker.call("GET", "/v1/roles", null, viewer).status()).isEqualTo(200);
    Said refused = worker.call("GET", "/v1/roles/tester/brief?spec=/etc/passwd", null, viewer);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().get("error").asText()).isEqualTo("a viewer may not name files");
  }
}
