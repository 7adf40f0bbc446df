package dev.orc.activities.agent.channel.opencode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.agent.channel.Brought.Result;
import dev.orc.activities.agent.channel.EarForTests;
import dev.orc.activities.agent.channel.ProgramEvent;
import dev.orc.activities.json.HostJson;
import dev.orc.workflows.model.BrokenTurn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenCodeSessionTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2031-01-01T00:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private final EarForTests ear = new EarForTests();
  private MessageNames names;
  private OpenCodePrompts prompts;
  private OpenCodeSession session;

  @BeforeEach
  void open() throws IOException {
    names = new MessageNames(folder.resolve("messages"), CLOCK);
    prompts = new OpenCodePrompts(names, ear::hear);
    session = new OpenCodeSession("ses_1", CLOCK, ear::hear, new OpenCodeQuestions(), prompts);
  }

  private void hear(String type, String properties) throws IOException {
    session.hear(json("{'type':'" + type + "','properties':" + properties + "}"));
  }

  private static JsonNode json(String text) throws IOException {
    return HostJson.MAPPER.readTree(text.replace('\'', '"'));
  }

  private void status(String status) throws IOException {
    hear("session.status", "{'sessionID':'ses_1','status':" + status + "}");
  }

  private void message(String id, String role, String more) throws IOException {
    hear(
        "message.updated",
        "{'info':{'id':'%s','sessionID':'ses_1','role':'%s'%s}}".formatted(id, role, more));
  }

  @Test
  void aPromptToAQuietSessionIsTakenAndOneToAWorkingIsNotYet()
      throws InterruptedException, IOException {
    String first = names.name("one");
    String second = names.name("two");
    message(first, "user", "");
    message(first, "user", "");
    status("{'type':'busy'}");
    message("msg_aa", "assistant", ",'parentID':'" + first + "'");
    message(second, "user", "");

    assertThat(ear.all(ProgramEvent.Taken.class))
        .extracting(ProgramEvent.Taken::letterId)
        .containsExactly("one");
    assertThat(prompts.await(second, Duration.ZERO)).contains(Result.QUEUED);
    assertThat(prompts.await("msg_other", Duration.ZERO)).isEmpty();
    assertThat(prompts.ofLetter("one")).contains(Result.TAKEN);
    assertThat(prompts.ofLetter("two")).contains(Result.QUEUED);
    assertThat(prompts.ofLetter("three")).isEmpty();

    message("msg_bb", "assistant", ",'parentID':'" + second + "'");
    assertThat(ear.all(ProgramEvent.Taken.class)).hasSize(2);
    assertThat(prompts.await(second, Duration.ZERO)).contains(Result.TAKEN);
  }

  @Test
  void whatCameWhileAFailedTurnEndedIsToldToBeLeftAside() throws IOException {
    String first = names.name("one");
    message(first, "user", "");
    status("{'type':'busy'}");
    message("msg_aa", "assistant", ",'parentID':'" + first + "'");
    hear("session.error", "{'sessionID':'ses_1','error':{'name':'APIError','data':{}}}");
    status("{'type':'idle'}");
    assertThat(ear.all(ProgramEvent.Broke.class)).hasSize(1);
    message(names.name("two"), "user", "");

    status("{'type':'idle'}");
    status("{'type':'idle'}");

    assertThat(ear.all(ProgramEvent.Broke.class))
        .extracting(broke -> broke.turn().kind())
        .containsExactly(BrokenTurn.Kind.NETWORK, BrokenTurn.Kind.INTERRUPTED);
  }

  @Test
  void aTurnThatAnswersWhatCameLastLeavesNothingAside() throws IOException {
    String first = names.name("one");
    message(first, "user", "");
    status("{'type':'busy'}");
    String second = names.name("two");
    message(second, "user", "");
    message("msg_aa", "assistant", ",'parentID':'" + second + "'");
    status("{'type':'idle'}");

    assertThat(ear.all(ProgramEvent.Broke.class)).isEmpty();
  }

  @Test
  void whatItsPersonTypesIsTold() throws InterruptedException, IOException {
    message("msg_000000000001abcdefghijklmn", "user", "");

    assertThat(ear.all(ProgramEvent.Typed.class)).hasSize(1);
  }

  @Test
  void othersAndTheUnknownAreLeftAside() throws InterruptedException, IOException {
    hear("session.status", "{'sessionID':'ses_2','status':{'type':'busy'}}");
    hear("permission.asked", "{'sessionID':'ses_2','id':'per_1'}");
    hear("something.new", "{'sessionID':'ses_1'}");
    hear("message.updated", "null");
    session.hear(json("{}"));

    assertThat(ear.events()).isEmpty();
  }

  @Test
  void whatItsHelpersAskIsItsQuestion() throws InterruptedException, IOException {
    hear("session.created", "{'info':{'id':'ses_2','parentID':'ses_1'}}");
    hear("session.created", "{'info':{'id':'ses_3','parentID':'ses_2'}}");
    hear(
        "permission.asked",
        "{'sessionID':'ses_3','id':'per_1','permission':'edit','patterns':['a','b']}");

    assertThat(ear.all(ProgramEvent.Asks.class).get(0).question().text()).isEqualTo("edit: a, b");
  }

  @Test
  void anErrorIsToldWhenItIsQuietAgain() throws InterruptedException, IOException {
    status("{'type':'busy'}");
    String error = "'error':{'name':'APIError','data':{'message':'no','statusCode':%d}}";
    hear("session.error", "{'sessionID':'ses_1'," + error.formatted(503) + "}");
    assertThat(ear.all(ProgramEvent.Broke.class)).isEmpty();
    status("{'type':'idle'}");

    assertThat(ear.events().get(ear.events().size() - 1))
        .isEqualTo(
            new ProgramEvent.Broke(
                new BrokenTurn(BrokenTurn.Kind.OVERLOAD, "no", CLOCK.instant())));
    hear("session.error", "{'sessionID':'ses_1'," + error.formatted(401) + "}");
    hear("session.error", "{'sessionID':'ses_1','error':{'name':'MessageAbortedError'}}");
    assertThat(ear.all(ProgramEvent.Broke.class))
        .extracting(broke -> broke.turn().kind())
        .containsExactly(BrokenTurn.Kind.OVERLOAD, BrokenTurn.Kind.AUTHENTICATION);
  }

  @Test
  void onlyALimitStopsAnAgentThatTriesAgain() throws InterruptedException, IOException {
    status("{'type':'retry','attempt':1,'message':'Overloaded','next':1}");
    assertThat(ear.events()).hasOnlyElementsOfType(ProgramEvent.Working.class);
    status("{'type':'retry','attempt':2,'message':'Usage limit reached','next':1}");

    assertThat(ear.all(ProgramEvent.Limited.class).get(0).retries()).isTrue();
  }

  @Test
  void aPromptThatADeadServerLeftWithoutAnAnswerIsTold() throws InterruptedException, IOException {
    String history =
        "[{'info':{'id':'msg_1','role':'user'}},"
            + "{'info':{'id':'msg_2','role':'assistant','parentID':'msg_1','finish':'%s'}}]";
    session.missed(json(history.formatted("stop")), true);
    assertThat(ear.events()).isEmpty();
    session.missed(json(history.formatted("tool-calls")), false);
    assertThat(ear.events()).isEmpty();
    session.missed(json(history.formatted("tool-calls")), true);

    assertThat(ear.all(ProgramEvent.Broke.class).get(0).turn().kind())
        .isEqualTo(BrokenTurn.Kind.INTERRUPTED);
  }

  @Test
  void aLetterIsFoundUnderEveryNameThatItEverHad() throws InterruptedException, IOException {
    String first = names.name("one");
    String again = names.name("one");

    assertThat(first).matches("msg_[0-9a-f]{12}[0-9A-Za-z]{14}").isLessThan(again);
    assertThat(MessageNames.isOf(first, "one")).isTrue();
    assertThat(MessageNames.isOf(first, "two")).isFalse();
    MessageNames later = new MessageNames(folder.resolve("messages"), CLOCK);
    assertThat(later.letter(first)).contains("one");
    assertThat(later.letter(again)).contains("one");
    assertThat(Files.getPosixFilePermissions(folder.resolve("messages"))).hasSize(2);
  }
}
