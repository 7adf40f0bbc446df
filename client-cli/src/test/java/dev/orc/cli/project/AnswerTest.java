package dev.orc.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Shell;
import dev.orc.workflows.model.AnswerTaken;
import dev.orc.workflows.model.OpenQuestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerTest {
  private static final String LOOK = "GET /v1/projects/shop/question?role=developer";
  private static final String TELL = "POST /v1/projects/shop/answer";

  @TempDir Path folder;
  private final FakeWorker worker = new FakeWorker().answer("GET /v1/health", 200, "up");
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(folder).speakingTo(worker);
    worker.answer(TELL, 200, new AnswerTaken("developer", "run \u001b[2Jit?", "Yes"));
  }

  @AfterEach
  void close() {
    worker.close();
  }

  private Shell.Result run(String... words) {
    Shell.Result result = shell.run(words);
    assertThat(result.exit()).as(result.err()).isZero();
    return result;
  }

  private void asks(String... choices) {
    worker.answer(
        LOOK, 200, new OpenQuestion("developer", "3fa91c", "run \u001b[2Jit?", List.of(choices)));
  }

  @Test
  void withoutAnAnswerItShowsWhatIsAskedAndHowToAnswer() {
    asks("Yes", "No");
    assertThat(run("answer", "shop:developer").out())
        .isEqualTo(
            """
            shop:developer asks:

              run it?

              1  Yes
              2  No

            orc answer shop:developer NUMBER --question 3fa91c
            """);
    assertThat(worker.requests()).noneMatch(request -> request.line().equals(TELL));
  }

  @Test
  void anAnswerNamesTheQuestionThatWasSeen() throws IOException {
    asks("Yes", "No");
    assertThat(run("answer", "shop:developer", "yes").out())
        .isEqualTo("shop:developer is told: Yes\n");
    assertThat(worker.last().json().get("question")).isEqualTo("3fa91c");
    assertThat(worker.last().json().get("answer")).isEqualTo("yes");
  }

  @Test
  void anEarlierQuestionIsNotTakenForTheOneOfNow() throws IOException {
    asks("Yes", "No");
    var unused = run("answer", "shop:developer", "1", "--question", "0a0a0a");
    assertThat(worker.last().json().get("question")).isEqualTo("0a0a0a");
  }

  @Test
  void whatHasNoChoicesIsAnsweredInItsWindow() {
    asks();
    assertThat(run("answer", "shop:developer").out()).contains("orc attach shop:developer");
  }

  @Test
  void oneAgentIsAnsweredAtATime() {
    Shell.Result result = shell.run("answer", "shop:@all", "yes");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("one agent is answered at a time");
  }
}
