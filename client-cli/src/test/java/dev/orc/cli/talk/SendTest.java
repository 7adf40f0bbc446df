package dev.orc.cli.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Samples;
import dev.orc.cli.Shell;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.ApiError;
import dev.orc.workflows.model.Letter;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendTest {
  private static final String POST = "POST /v1/projects/shop/messages";
  private static final int MEGABYTE = 1_000_000;

  @TempDir Path folder;

  private final FakeWorker worker =
      new FakeWorker().answer(POST, 202, new Accepted("m1", false, null));

  @AfterEach
  void close() {
    worker.close();
  }

  private Shell shell() {
    return new Shell(folder).speakingTo(worker);
  }

  @Test
  void aPersonsMessageArrivesWhole() throws IOException {
    Shell.Result sent = shell().run("send", "shop:developer", "Ends in", "ü; and 会議;");

    assertThat(sent.exit()).isZero();
    assertThat(sent.out()).startsWith("Sent ").contains(" to shop:developer.");
    FakeWorker.Request request = worker.last();
    assertThat(request.headers()).containsEntry("authorization", "Bearer secret");
    assertThat(request.json())
        .containsEntry("from", "person")
        .containsEntry("to", "developer")
        .containsEntry("kind", "ORDINARY")
        .containsEntry("priority", 0)
        .containsEntry("wantsAnswer", false)
        .containsEntry("text", "Ends in ü; and 会議;");
    assertThat(request.json().get("at").toString()).endsWith("Z");
    assertThat(sent.out()).contains(request.json().get("id").toString());
  }

  @Test
  void optionsTravel() throws IOException {
    shell().run("send", "shop:@all", "-", "--priority", "95", "--ttl", "2h");
    shell()
        .reading("from a pipe\nin two lines\n")
        .run("send", "shop:@all", "-", "--ttl", "2h", "--priority", "95");

    assertThat(worker.requests()).hasSize(1);
    assertThat(worker.last().json())
        .containsEntry("to", "@all")
        .containsEntry("priority", 95)
        .containsEntry("text", "from a pipe\nin two lines");
    assertThat(worker.last().json().get("expires")).isNotNull();
  }

  @Test
  void aTextMayStartWithAHyphen() throws IOException {
    assertThat(shell().run("send", "shop:developer", "- first\n- second").exit()).isZero();
    assertThat(worker.last().json()).containsEntry("text", "- first\n- second");
  }

  @Test
  void aMegabyteGoesAndMoreThanTwoAreRefused() throws IOException {
    assertThat(shell().reading("x".repeat(MEGABYTE)).run("send", "shop:developer", "-").exit())
        .isZero();
    assertThat(worker.last().json().get("text").toString()).hasSize(MEGABYTE);

    Shell.Result refused =
        shell().reading("x".repeat(2 * MEGABYTE + 1)).run("send", "shop:developer", "-");
    assertThat(refused.exit()).isEqualTo(5);
    assertThat(refused.err()).contains("longer than 2 MB");
    assertThat(worker.requests()).hasSize(1);
  }

  @Test
  void insideAWindowABareRoleIsEnough() throws IOException {
    Shell window = shell().inWindow("shop", "tester");

    assertThat(window.run("send", "developer", "hello").exit()).isZero();
    assertThat(worker.last().json())
        .containsEntry("from", "tester")
        .containsEntry("to", "developer");
    assertThat(window.run("send", "@all", "hello").exit()).isZero();
    assertThat(worker.last().json()).containsEntry("to", "@all");
  }

  @Test
  void outsideABareRoleMeansTheOnlyProject() {
    worker.answer("GET /v1/projects", 200, List.of(Samples.shop()));
    assertThat(shell().run("send", "developer", "hello").out()).contains("shop:developer");

    worker.answer(
        "GET /v1/projects",
        200,
        List.of(Samples.shop(), Samples.status("blog", Phase.WORKING, Samples.NOW)));
    Shell.Result two = shell().run("send", "developer", "hello");
    assertThat(two.exit()).isEqualTo(2);
    assertThat(two.err()).contains("more than one project is running. Name one of: shop, blog");

    worker.answer("GET /v1/projects", 200, List.of());
    assertThat(shell().run("send", "developer", "hello").exit()).isEqualTo(3);
  }

  @Test
  void whatTheWorkerRefusesIsSaidWithItsExitCode() {
    worker.answer(
        POST, 404, new ApiError(3, "there is no agent shop:nobody", "'orc agents' shows them"));
    Shell.Result refused = shell().run("send", "shop:nobody", "hello");

    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err())
        .isEqualTo("orc: there is no agent shop:nobody. 'orc agents' shows them\n");
  }

  @Test
  void templatesMakeTheText() throws IOException {
    shell()
        .run(
            "send",
            "shop:tester",
            "--template",
            "task",
            "--field",
            "title=Cart",
            "--field",
            "priority=high");
    assertThat(worker.last().json().get("text").toString())
        .startsWith("TASK\nTitle: Cart\nPriority: high\n");
  }

  @Test
  void waitsForTheAnswerAndPrintsItClean() {
    worker.raw(
        "GET /v1/events?project=shop",
        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\nevent: ping\ndata: {}\n\n");
    worker.answer("GET /v1/projects/shop/inbox?role=developer", 200, List.of());
    AnsweringInbox.of(worker, POST, "\u001b[31mYes\u0007");

    Shell.Result answered = shell().run("send", "shop:developer", "Ready?", "--wait-answer");

    assertThat(answered.err()).contains("waiting 10m at most").hasLineCount(1);
    assertThat(answered.out()).isEqualTo("Yes\n");
    assertThat(answered.exit()).isZero();
  }

  @Test
  void noAnswerInTimeIsAFailure() {
    worker.raw("GET /v1/events?project=shop", "HTTP/1.1 200 OK\r\n\r\n");
    worker.answer("GET /v1/projects/shop/inbox?role=developer", 200, List.<Letter>of());
    Shell.Result silent =
        shell().run("send", "shop:developer", "Ready?", "--wait-answer", "--timeout", "1s");

    assertThat(silent.exit()).isEqualTo(1);
    assertThat(silent.err()).contains("no answer from shop:developer");
  }

  @Test
  void personsAreNotAgents() throws IOException {
    shell().run("send", "shop:developer", "hello");
    assertThat(worker.last().json()).containsEntry("from", Message.PERSON);
  }
}
