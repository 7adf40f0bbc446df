package dev.orc.activities.agent;

import dev.orc.activities.agent.channel.Channel;
import dev.orc.activities.agent.channel.Question;
import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.agent.driver.ScreenQuestion;
import dev.orc.activities.failure.Refusal;
import dev.orc.base.text.Digest;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.AnswerRequest;
import dev.orc.workflows.model.AnswerTaken;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.OpenQuestion;
import dev.orc.workflows.model.Sighting;
import java.util.List;
import java.util.Optional;

/**
 * What agents ask, and what people answer: by the program's protocol where it asks there, else on
 * its screen, where the mark is moved to the choice a key at a time and looked at before Enter.
 * Looked up at each asking, so that nobody answers what is not asked any more; one answer at a time
 * for each agent. Thread-safe.
 */
final class OpenQuestions {
  private static final int ID_LETTERS = 6;

  private final AgentHost host;
  private final Channels channels;
  private final Lanes lanes = new Lanes();

  OpenQuestions(AgentHost host, Channels channels) {
    this.host = host;
    this.channels = channels;
  }

  /** A question and the way to answer it. */
  private record Asked(OpenQuestion open, Way way) {}

  /** Whether the choice at that place was taken. */
  @FunctionalInterface
  private interface Way {
    boolean take(int choice) throws InterruptedException;
  }

  /** Empty when the agent asks nothing now. */
  Optional<OpenQuestion> of(AgentName agent) {
    return asked(agent).map(Asked::open);
  }

  AnswerTaken answer(AgentName agent, AnswerRequest request) throws InterruptedException {
    return lanes.alone(agent, () -> {}, () -> answered(agent, request));
  }

  private AnswerTaken answered(AgentName agent, AnswerRequest request) throws InterruptedException {
    Asked asked =
        asked(agent)
            .orElseThrow(
                () ->
                    new Refusal(
                        Refusal.Kind.NOT_FOUND, agent + " asks nothing now", "see: orc status"));
    OpenQuestion open = asked.open();
    if (request.question() != null && !request.question().equals(open.id())) {
      throw new Refusal(
          Refusal.Kind.REFUSED,
          agent + " asks something else now: " + open.text(),
          "look at it: orc answer " + agent);
    }
    int choice =
        ChosenAnswer.among(open.choices(), String.valueOf(request.answer()))
            .orElseThrow(() -> unclear(agent, open, request.answer()));
    if (!asked.way().take(choice)) {
      throw new Refusal(
          Refusal.Kind.FAILED,
          "the answer did not get through to " + agent,
          "look at it: orc attach " + agent);
    }
    return new AnswerTaken(open.role(), open.text(), open.choices().get(choice));
  }

  private static Refusal unclear(AgentName agent, OpenQuestion open, String answer) {
    return open.choices().isEmpty()
        ? new Refusal(
            Refusal.Kind.REFUSED,
            "what " + agent + " asks can only be answered in its window",
            "orc attach " + agent)
        : new Refusal(
            Refusal.Kind.USAGE,
            "'" + answer + "' is none of the choices: " + String.join(" / ", open.choices()),
            "say its number, its first words, or yes or no");
  }

  private Optional<Asked> asked(AgentName agent) {
    return host.truth()
        .sighting(agent.project(), agent.role())
        .filter(seen -> seen.condition() == Condition.ASKING && seen.pane() != null)
        .flatMap(seen -> byProtocol(agent, seen).or(() -> onScreen(agent, seen)));
  }

  private Optional<Asked> byProtocol(AgentName agent, Sighting seen) {
    Optional<Channel> channel = channels.of(agent, seen.incarnation());
    return host.truth().questions(agent.project(), agent.role(), seen.incarnation()).stream()
        .filter(question -> channel.isPresent() && !question.choices().isEmpty())
        .findFirst()
        .map(question -> asked(agent, question, channel.orElseThrow()));
  }

  private static Asked asked(AgentName agent, Question question, Channel channel) {
    List<String> choices = question.choices().stream().map(Question.Choice::text).toList();
    return new Asked(
        open(agent, question.text(), choices),
        choice -> channel.answer(question.id(), question.choices().get(choice).id()));
  }

  private Optional<Asked> onScreen(AgentName agent, Sighting seen) {
    Optional<Driver> driver =
        host.truth().driver(agent.project(), agent.role()).flatMap(host.drivers());
    return driver
        .flatMap(known -> known.question(host.tmux().screen(seen.pane())))
        .map(question -> asked(agent, question, driver.orElseThrow(), seen.pane()));
  }

  private Asked asked(AgentName agent, ScreenQuestion question, Driver driver, String pane) {
    DialogKeys keys = new DialogKeys(host.tmux(), driver, () -> {});
    return new Asked(
        open(agent, question.words(), question.options()), choice -> keys.choose(pane, choice));
  }

  private static OpenQuestion open(AgentName agent, String text, List<String> choices) {
    String id = Digest.of(text + "\n" + String.join("\n", choices)).substring(0, ID_LETTERS);
    return new OpenQuestion(agent.role(), id, text, choices);
  }
}
