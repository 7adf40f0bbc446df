package dev.orc.worker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.agent.LifeTokens;
import dev.orc.worker.WorkerUnderTest;
import dev.orc.worker.WorkerUnderTest.Said;
import dev.orc.worker.process.Json;
import dev.orc.workflows.model.AnswerRequest;
import dev.orc.workflows.model.AuthorizeRequest;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.OpenQuestion;
import dev.orc.workflows.model.Report;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.RoleRequest;
import dev.orc.workflows.model.Spooled;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.TeamAddition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An agent speaks as itself, whatever it says that it is, and may do what agents may. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class AgentTokenTest {
  private static final String HUB = "/v1/projects/hub/";
  private static final String LIM = "/v1/projects/lim/";

  @TempDir static Path home;
  private WorkerUnderTest worker;
  private LifeTokens lives;

  @BeforeAll
  void start() throws IOException {
    worker = new WorkerUnderTest(home);
    lives = new LifeTokens(worker.folders());
    worker.begin("hub");
    worker.begin("lim");
  }

  @AfterAll
  void end() throws InterruptedException {
    worker.close();
  }

  @Test
  void aMessageIsFromWhoeverHasTheToken() throws IOException {
    Message forged = message(Message.PERSON);

    assertThat(as("hub", "developer", HUB + "messages", forged).status()).isEqualTo(202);
    assertThat(sender("hub", forged)).isEqualTo("developer");
  }

  @Test
  void anotherProjectHearsWhoseWordItIs() throws IOException {
    Message word = message("orchestrator");

    assertThat(as("hub", "developer", LIM + "messages", word).status()).isEqualTo(202);
    assertThat(sender("lim", word)).isEqualTo("developer of hub");
  }

  @Test
  void whatAnAgentAsksIsAnsweredByAPersonAlone() throws IOException {
    OpenQuestion asks = new OpenQuestion("developer", "3fa91c", "run it?", List.of("Yes", "No"));
    worker.host().asking.put("hub:developer", asks);
    AnswerRequest yes = new AnswerRequest(id(), "person", "developer", "3fa91c", "yes");

    assertThat(worker.get(HUB + "question?role=developer").body().get("text").asText())
        .isEqualTo("run it?");
    assertThat(as("hub", "developer", HUB + "answer", yes).status()).isEqualTo(409);
    assertThat(worker.host().asking).containsKey("hub:developer");
    Said answered = worker.post(HUB + "answer", yes);
    assertThat(answered.status()).as(answered.text()).isEqualTo(200);
    assertThat(answered.body().get("choice").asText()).isEqualTo("yes");
    assertThat(worker.get(HUB + "question?role=developer").status()).isEqualTo(404);
    assertThat(worker.get(HUB + "question?role=").status()).isEqualTo(400);
    assertThat(worker.host().audited).anyMatch(entry -> entry.what().equals("answer"));
  }

  @Test
  void aReportIsOfTheLifeThatHasTheToken() throws IOException {
    Report forged =
        new Report(
            id(), "orchestrator", 0, ReportKind.PROGRESS, "half of it", null, null, Instant.now());

    assertThat(as("hub", "developer", HUB + "reports", forged).status()).isEqualTo(202);
    Said status = worker.get("/v1/projects/hub");
    assertThat(agent(status, "developer").get("lastReport").asText()).contains("half of it");
    assertThat(agent(status, "orchestrator").path("lastReport").asText())
        .doesNotContain("half of it");
    assertThat(as("hub", "developer", LIM + "reports", forged).body().get("error").asText())
        .contains("its own project only");
  }

  @Test
  void anAgentStopsPausesAndStartsNothing() throws IOException {
    for (String verb : List.of("pause", "resume", "finish", "stop")) {
      Said said = as("hub", "orchestrator", LIM + verb, new Request(id(), "person", "so"));
      assertThat(said.status()).as(verb + said.text()).isEqualTo(409);
      assertThat(as("hub", "orchestrator", HUB + verb, new Request(id(), "person", "")).status())
          .isEqualTo(409);
    }
    assertThat(as("hub", "orchestrator", "/v1/projects", request("new")).status()).isEqualTo(409);
    assertThat(worker.get("/v1/projects/lim").body().get("phase").asText()).isEqualTo("WORKING");
  }

  @Test
  void onlyTheLeadChangesItsOwnTeam() throws IOException {
    TeamAddition more = new TeamAddition(id(), "person", List.of("tester"), null, null, List.of());

    assertThat(as("hub", "developer", HUB + "team", more).body().get("error").asText())
        .contains("only the lead");
    assertThat(as("hub", "orchestrator", LIM + "team", more).status()).isEqualTo(409);
    assertThat(as("hub", "orchestrator", HUB + "team", more).status()).isEqualTo(202);
    RoleRequest again = new RoleRequest(id(), "person", "developer", null);
    assertThat(as("hub", "developer", HUB + "rebrief", again).status()).isEqualTo(409);
    assertThat(as("hub", "orchestrator", HUB + "rebrief", again).status()).isEqualTo(202);
  }

  @Test
  void nobodyGrantsItsOwnAuthorization() throws IOException {
    Report asking =
        new Report(
            id(),
            "developer",
            1,
            ReportKind.AUTHORIZATION,
            "may I",
            "orchestrator",
            null,
            Instant.now());
    assertThat(as("hub", "developer", HUB + "reports", asking).status()).isEqualTo(202);

    for (String by : List.of("developer", "person")) {
      AuthorizeRequest own = new AuthorizeRequest(id(), by, asking.id(), true, "yes");
      assertThat(as("hub", "developer", HUB + "authorize", own).body().get("error").asText())
          .contains("developer does not decide that");
    }
    AuthorizeRequest grant = new AuthorizeRequest(id(), "person", asking.id(), true, "yes");
    assertThat(as("hub", "orchestrator", HUB + "authorize", grant).status()).isEqualTo(202);
  }

  @Test
  void aTokenOfALifeThatNeverWasIsNone() throws IOException {
    lives.issue("hub", "tester", 4);
    String token = token("hub", "tester", 4);

    assertThat(worker.call("GET", "/v1/projects", null, token).status()).isEqualTo(200);
    assertThat(worker.call("GET", "/v1/projects", null, token + "x").status()).isEqualTo(401);
    lives.issue("hub", "tester", 4);
    assertThat(worker.call("GET", "/v1/projects", null, token).status()).isEqualTo(401);
    assertThat(worker.call("GET", "/v1/projects", null, "life.hub...tester.4.x").status())
        .isEqualTo(401);
  }

  @Test
  void wordsOfTheOutboxAreAttributedToo() throws IOException {
    Message word = message(Message.PERSON);
    lives.issue("hub", "developer", 1);
    Spooled spooled = Spooled.of("lim", word).with(token("hub", "developer", 1));
    Path file = worker.folders().outbox().resolve("1.json");
    Path draft = worker.folders().outbox().resolve(".1.tmp");
    Files.writeString(draft, Json.lenient().writeValueAsString(spooled));
    Files.move(draft, file);

    assertThat(sender("lim", word)).isEqualTo("developer of hub");
  }

  private Said as(String project, String role, String path, Object body) throws IOException {
    lives.issue(project, role, 1);
    return worker.call("POST", path, body, token(project, role, 1));
  }

  private String token(String project, String role, int life) throws IOException {
    Path lives = worker.folders().state().resolve("life-tokens");
    return Files.readString(lives.resolve(project).resolve(role + "." + life)).strip();
  }

  private String sender(String project, Message message) {
    Said inbox =
        worker.await(
            "/v1/projects/" + project + "/inbox", said -> said.text().contains(message.id()));
    for (JsonNode letter : inbox.body()) {
      if (letter.get("message").get("id").asText().equals(message.id())) {
        return letter.get("message").get("from").asText();
      }
    }
    throw new AssertionError(inbox.text());
  }

  private static JsonNode agent(Said status, String role) {
    for (JsonNode agent : status.body().get("agents")) {
      if (agent.get("role").asText().equals(role)) {
        return agent;
      }
    }
    throw new AssertionError(status.text());
  }

  private static StartRequest request(String project) {
    return new StartRequest(
        id(),
        "person",
        "/spec.md",
        "/p/" + project,
        project,
        null,
        null,
        List.of(),
        List.of(),
        null,
        null);
  }

  private static Message message(String from) {
    return Message.ordinary(id(), from, "orchestrator", "go on", Instant.now());
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
