package dev.orc.cli.load;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.api.WorkerDown;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Moment;
import dev.orc.cli.stage.Stage;
import dev.orc.cli.talk.Handover;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Spooled;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Speaks in all lanes in turn, at a steady rate: as a person by the API, again and again under the
 * message's own id until it is accepted; as an agent as its own {@code orc send} does, with the
 * token of its latest life, by the outbox while nobody answers. Thread-safe.
 */
final class TeamTalk {
  private static final int VOICES = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BEFORE_AGAIN = Duration.ofMillis(100);

  private final Stage stage;
  private final List<Lane> lanes;
  private final Map<String, SpokenWord> words = new ConcurrentHashMap<>();
  private final Map<Lane, Integer> numbers = new ConcurrentHashMap<>();
  private final Queue<String> unheard = new ConcurrentLinkedQueue<>();

  /** When nothing is killed any more, and whoever is away has time to come back. */
  private volatile Instant calm = Instant.MIN;

  TeamTalk(Stage stage, List<Lane> lanes) {
    this.stage = stage;
    this.lanes = lanes;
  }

  /** Speaks until that time; returns when what was said last is accepted, or nobody takes it. */
  void until(Instant end, int rate) {
    Instant began = Instant.now();
    calm = end;
    int voices = Math.min(VOICES, lanes.size());
    Crew.all(
        voices,
        IntStream.range(0, voices).boxed().toList(),
        voice -> {
          for (int turn = 0; ; turn++) {
            int lane = turn % lanes.size();
            Instant at = began.plusNanos(turn * 1_000_000_000L / rate);
            if (at.isAfter(end) || Instant.now().isAfter(end)) {
              return;
            }
            if (lane % voices == voice) {
              Moment.await(at);
              var unused = say(lanes.get(lane));
            }
          }
        });
  }

  /** One word of a person to every agent; answers those that were accepted. */
  List<SpokenWord> onceToAll() {
    List<Lane> persons = lanes.stream().filter(lane -> lane.from() == null).toList();
    Queue<SpokenWord> said = new ConcurrentLinkedQueue<>();
    Crew.all(VOICES, persons, lane -> say(lane).ifPresent(said::add));
    return List.copyOf(said);
  }

  Map<String, SpokenWord> words() {
    return words;
  }

  /** What was said and taken by nobody, one line each. */
  List<String> unheard() {
    return List.copyOf(unheard);
  }

  /** Empty when nobody takes it. */
  private Optional<SpokenWord> say(Lane lane) {
    int number = numbers.merge(lane, 1, Integer::sum);
    Instant now = Instant.now();
    String from = lane.from() == null ? Message.PERSON : lane.speaker().role();
    String text = "Word " + number + " of " + lane;
    Message message = Message.ordinary(CallerIds.next(), from, lane.listener().role(), text, now);
    try {
      boolean kept = lane.from() == null ? asPerson(lane, message) : asAgent(lane, message);
      SpokenWord word = new SpokenWord(message.id(), lane, number, kept);
      words.put(word.id(), word);
      return Optional.of(word);
    } catch (Failure e) {
      if (e.exit() == Failure.INTERRUPTED) {
        throw e;
      }
      unheard.add(message.id() + " of " + lane + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private boolean asPerson(Lane lane, Message message) {
    String path = ApiClient.of(lane.listener().project(), "messages");
    Instant now = Instant.now();
    Instant end = (now.isBefore(calm) ? calm : now).plus(PATIENCE);
    while (true) {
      try {
        return stage.api().post(Accepted.class, path, message) == null;
      } catch (Failure e) {
        boolean passing = e instanceof WorkerDown || e.exit() == Failure.NO_SERVER;
        if (!passing || Instant.now().isAfter(end)) {
          throw e;
        }
        Moment.await(Instant.now().plus(BEFORE_AGAIN));
      }
    }
  }

  private boolean asAgent(Lane lane, Message message) {
    String project = lane.listener().project();
    Optional<Accepted> accepted =
        Handover.say(
            window(lane.speaker()),
            ApiClient.of(project, "messages"),
            message,
            Spooled.of(project, message),
            message.id());
    return accepted.isEmpty();
  }

  /** What a command finds around itself in that agent's window. */
  private CommandContext window(AgentName agent) {
    CommandContext here =
        stage
            .here()
            .with("ORC_PROJECT", agent.project())
            .with("ORC_ROLE", agent.role())
            .with("ORC_LIFE_FILE", token(agent).toString());
    PrintStream nobody =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new CommandContext(
        here.environment(),
        here.directory(),
        here.in(),
        nobody,
        nobody,
        here.terminal(),
        here.clock());
  }

  private Path token(AgentName agent) {
    String beginning = agent.role() + ".";
    Path folder = stage.here().folders().state().resolve("life-tokens").resolve(agent.project());
    try (Stream<Path> lives = Files.list(folder)) {
      return lives
          .filter(life -> life.getFileName().toString().matches(agent.role() + "\\.[0-9]+"))
          .max(Comparator.comparingInt(life -> number(life, beginning)))
          .orElseThrow(() -> new NoSuchFileException(folder + "/" + beginning + "*"));
    } catch (IOException e) {
      throw Failure.failed("no life of " + agent + ": " + e.getMessage(), "See: orc status");
    }
  }

  private static int number(Path life, String beginning) {
    return Integer.parseInt(life.getFileName().toString().substring(beginning.length()));
  }
}
