package dev.orc.cli.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orc.cli.host.WorkerStop;
import dev.orc.lab.standin.Mood;
import dev.orc.workflows.model.AgentState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/**
 * What a real program has to do with orc, whichever it is: each of them has a class of its own that
 * inherits these. One host serves a class, each test has a project of its own.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(900)
abstract class RealScenarios {
  static final Duration LONG = Duration.ofSeconds(240);
  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final int MESSAGES = 200;
  private static final String WAITS = "half-typed";

  private RealWorld world;

  @AfterAll
  void close() throws IOException {
    if (world != null) {
      world.close();
    }
  }

  /** Roles that another driver fills than the first. */
  Map<String, String> others() {
    return Map.of();
  }

  /** What the program makes of a text by itself, before its model sees it. */
  String shown(String text) {
    return text;
  }

  /** Scenarios that run at every build; all of them would take too long. */
  Set<String> always() {
    return Set.of("goal", "messages");
  }

  /** Scenarios that this program is known not to do yet, each with the reason. */
  Map<String, String> notYet() {
    return Map.of();
  }

  private Drives drives() {
    return getClass().getAnnotation(Drives.class);
  }

  /** {@code -Dreal=long} runs all that are known to be done, {@code -Dreal=all} the others, too. */
  private void assumeDone(String scenario) {
    String wish = System.getProperty("real", "");
    assumeTrue(!wish.isEmpty() || always().contains(scenario), "it takes long: -Dreal=long");
    assumeTrue(wish.equals("all") || !notYet().containsKey(scenario), () -> notYet().get(scenario));
  }

  /** The host comes up when the first test needs it. */
  private void start(String project, String roles) throws IOException {
    if (world == null) {
      world = RealWorld.open(Bench.programs(drives()));
    }
    start(world, project, roles);
  }

  private void start(RealWorld host, String project, String roles) throws IOException {
    List<String> words = new ArrayList<>(List.of("--roles", roles));
    others()
        .forEach(
            (role, driver) -> {
              if (List.of(roles.split(",", -1)).contains(role)) {
                words.addAll(List.of("--program", role + "=" + driver));
              }
            });
    host.start(project, drives().value()[0], words.toArray(String[]::new));
  }

  @Test
  void aTeamReachesItsGoalByItself() throws IOException {
    assumeDone("goal");
    start("goal", Greeting.TEAM);
    world.awaitCompleted("goal", LONG);
    assertThat(world.status("goal").needs()).as("nobody was needed").isEmpty();
    assertThat(world.folder().resolve("goal/greet.sh")).exists();
    assertThat(world.folder().resolve("goal/test.sh")).exists();
    world.awaitNobody("goal");
  }

  @Test
  void aUserWithoutRightsReachesIt() throws IOException, InterruptedException {
    assumeDone("user");
    assumeTrue("root".equals(System.getProperty("user.name")), "nobody is root, so all are such");
    assumeTrue(OtherUser.canRun(RealWorld.launcher()), "nobody may run " + RealWorld.launcher());
    List<RealProgram> programs = Bench.programs(drives());
    try (RealWorld host = RealWorld.openAsOther(programs)) {
      start(host, "other", Greeting.TEAM);
      host.awaitCompleted("other", LONG);
    }
  }

  @Test
  void aKilledAgentGoesOnWithItsConversation() throws IOException {
    assumeDone("killed");
    long before = world == null ? 0 : askedAs("developer");
    start("killed", Greeting.TEAM);
    // A program that is killed with its very first request has no conversation yet to go on with.
    world.await(
        "killed", "has a developer at work", LONG, () -> askedAs("developer") >= before + 3);
    Agents.kill(world, "killed", "developer");
    world.awaitCompleted("killed", LONG);
    assertThat(world.agent("killed", "developer").incarnation()).isEqualTo(2);
    long briefs =
        world.standIn().seen().texts("killed:developer").stream()
            .filter(text -> text.contains("# You are the developer"))
            .count();
    assertThat(briefs).as("its conversation went on, so it was briefed once").isEqualTo(1);
  }

  private long askedAs(String role) {
    return world.standIn().seen().requests().stream()
        .filter(request -> !request.aside() && request.role().equals(role))
        .count();
  }

  @Test
  void aKilledWorkerIsBackBeforeAnybodyMissesIt() throws IOException {
    assumeDone("worker");
    start("worker", Greeting.TEAM);
    world.await(
        "worker",
        "has a developer at work",
        LONG,
        () -> !world.standIn().seen().texts("worker:developer").isEmpty());
    assertThat(WorkerStop.killWorker(world.stage().here())).isTrue();
    world.awaitAnswer();
    world.awaitCompleted("worker", LONG);
    assertThat(world.status("worker").agents())
        .as("the agents lived on")
        .allMatch(agent -> agent.incarnation() == 1);
  }

  @Test
  void aLimitInTheMiddleEndsAndAllGoOn() throws IOException {
    assumeDone("limit");
    start("limited", Greeting.TEAM);
    world.await(
        "limited",
        "has a developer at work",
        LONG,
        () -> !world.standIn().seen().texts("limited:developer").isEmpty());
    world.standIn().controls().mood(Mood.LIMITED, Instant.now().plus(LIMIT));
    world.awaitCompleted("limited", LONG);
    assertThat(world.standIn().seen().requests())
        .as("somebody ran into the limit")
        .anyMatch(request -> request.mood() == Mood.LIMITED);
  }

  @Test
  void aQuestionIsToldInItsWordsAndAnswered() throws IOException {
    assumeDone("permission");
    start("asks", "orchestrator");
    world.awaitReady("asks", LONG);
    world.send("asks", "orchestrator", "PLEASE escalate git tag asked\nPLEASE say it is tagged");
    world.await(
        "asks",
        "asks",
        LONG,
        () -> world.agent("asks", "orchestrator").state().equals(AgentState.ASKING));
    assertThat(world.agent("asks", "orchestrator").detail()).contains("git tag asked");
    assertThat(world.status("asks").needs()).as("a person is told").isNotEmpty();
    sayYes("asks");
    world.await("asks", "has tagged", LONG, () -> tags("asks").contains("asked"));
    world.awaitReady("asks", LONG);
    world.ok("stop", "asks");
  }

  /** As a person does; programs do not listen to a key that comes right with the question. */
  private void sayYes(String project) throws IOException {
    Instant[] said = {Instant.EPOCH};
    world.await(
        project,
        "takes the answer",
        LONG,
        () -> {
          if (said[0].plusSeconds(2).isBefore(Instant.now())) {
            answerYes(world, project);
            said[0] = Instant.now();
          }
          return !world.agent(project, "orchestrator").state().equals(AgentState.ASKING);
        });
  }

  /** Programs whose choices orc does not read are answered at their keys. */
  void answerYes(RealWorld host, String project) {
    var unused = host.shell().run("answer", project + ":orchestrator", "yes");
  }

  private String tags(String project) {
    return world.stage().output(world.folder().resolve(project), List.of("git", "tag", "--list"));
  }

  @Test
  void anOverloadPasses() throws IOException {
    assumeDone("overload");
    Duration lasts = Duration.ofSeconds(Integer.getInteger("real.overload", 40));
    start("overloaded", Greeting.TEAM);
    world.await(
        "overloaded",
        "has a developer at work",
        LONG,
        () -> !world.standIn().seen().texts("overloaded:developer").isEmpty());
    world.standIn().controls().mood(Mood.OVERLOADED, Instant.now().plus(lasts));
    world.awaitCompleted("overloaded", LONG.plus(lasts));
  }

  @Test
  void everyMessageArrivesOnceExactAndInOrder() throws IOException {
    assumeDone("messages");
    start("mail", "orchestrator");
    world.awaitReady("mail", LONG);
    Map<String, String> sent = new LinkedHashMap<>();
    for (String text : Awkward.texts(MESSAGES)) {
      sent.put(world.send("mail", "orchestrator", text), text);
    }
    awaitArrival("mail", sent);
    check("mail:orchestrator", sent);
    world.ok("stop", "mail");
  }

  @Test
  void tenMessagesToABusyAgentWaitTheirTurn() throws IOException {
    assumeDone("busy");
    start("busy", "orchestrator");
    world.awaitReady("busy", LONG);
    String slow = world.send("busy", "orchestrator", "PLEASE slow 8");
    world.await("busy", "thinks", LONG, () -> world.standIn().seen().arrivals().containsKey(slow));
    Map<String, String> sent = new LinkedHashMap<>();
    for (String text : Awkward.texts(10)) {
      sent.put(world.send("busy", "orchestrator", text), text);
    }
    awaitArrival("busy", sent);
    check("busy:orchestrator", sent);
    world.ok("stop", "busy");
  }

  @Test
  void twoSendersNeverMix() throws IOException {
    assumeDone("senders");
    start("two", "orchestrator,developer");
    world.awaitReady("two", LONG);
    Map<String, Map<String, String>> sent = TwoSenders.send(world, "two", "orchestrator", 10);
    for (Map<String, String> ofOne : sent.values()) {
      awaitArrival("two", ofOne);
      check("two:orchestrator", ofOne);
    }
    world.ok("stop", "two");
  }

  @Test
  void aHalfTypedDraftIsNeitherSentNorLost() throws IOException {
    assumeDone("draft");
    start("draft", "orchestrator");
    world.awaitReady("draft", LONG);
    // Typed before the program draws its composer it would only be the terminal's echo.
    world.await(
        "draft", "has drawn", LONG, () -> world.screen("draft", "orchestrator").contains("Noted"));
    String words = "half a thought of mine";
    Agents.type(world, "draft", "orchestrator", words);
    world.await(
        "draft", "shows it", LONG, () -> world.screen("draft", "orchestrator").contains(words));
    String letter = world.send("draft", "orchestrator", "a letter beside the draft");
    world.await("draft", "has settled it", LONG, () -> settled("draft", letter));
    assertThat(world.standIn().seen().texts("draft:orchestrator"))
        .noneMatch(text -> text.contains(words));
    assertThat(world.screen("draft", "orchestrator")).contains(words);
    // Whoever sends or clears the draft gets what waited for it.
    Agents.press(world, "draft", "orchestrator", "Enter");
    awaitArrival("draft", Map.of(letter, ""));
    world.ok("stop", "draft");
  }

  /** Either it arrived beside the draft, or it waits, and agent and letter say why. */
  private boolean settled(String project, String letter) {
    String agent = String.valueOf(world.agent(project, "orchestrator").detail());
    boolean told =
        world.letters(project).stream()
            .filter(one -> one.message().id().equals(letter))
            .anyMatch(one -> String.valueOf(one.why()).contains(WAITS));
    return world.standIn().seen().arrivals().containsKey(letter) || told && agent.contains(WAITS);
  }

  private void check(String agent, Map<String, String> sent) {
    Exactness.check(sent, world.standIn().seen().letters(agent), this::shown);
  }

  private void awaitArrival(String project, Map<String, String> sent) throws IOException {
    world.await(
        project,
        "has all messages",
        LONG.plus(LONG),
        () -> world.standIn().seen().arrivals().keySet().containsAll(sent.keySet()));
  }
}
