package dev.orc.cli.load;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Moment;
import dev.orc.cli.stage.Stage;
import dev.orc.lab.standin.Mood;
import dev.orc.lab.standin.Seen;
import dev.orc.lab.standin.StandIn;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.AgentState;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.Letter;
import dev.orc.workflows.model.LetterState;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.TeamWish;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How long a message takes to a real program that is idle: until orc holds the program's own
 * receipt, and until the model, which is the stand-in, sees it; beside that what the same program
 * needs without orc, and when orc knows of a limit and of a death. For one thread.
 */
final class DriverLoad {
  private static final String PROJECT = "measured";
  private static final String ROLE = "orchestrator";
  private static final String AGENT = PROJECT + ":" + ROLE;
  private static final Duration LAUNCH = Duration.ofMinutes(3);
  private static final Duration DELIVERY = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofMillis(5);

  /** It is told to go on two minutes after the limit's end, or later where that is not told. */
  private static final Duration AFTER_LIMIT = Duration.ofMinutes(8);

  /** A text that stands in the composer by then needs another Enter. */
  private static final Duration LOOKS_AGAIN = Duration.ofSeconds(5);

  /** So soon it is over: the same program is needed again. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final RealStage real;
  private final Stage stage;
  private final StandIn standIn;
  private final DriverOptions options;
  private final Consumer<String> progress;
  private final Map<String, Instant> accepted = new LinkedHashMap<>();
  private int swallowed;

  DriverLoad(RealStage real, StandIn standIn, DriverOptions options, Consumer<String> progress) {
    this.real = real;
    this.stage = real.stage();
    this.standIn = standIn;
    this.options = options;
    this.progress = progress;
  }

  Figures measure() {
    Path repository =
        stage.repository(PROJECT, Map.of("spec.md", "# Measured\n\nGOAL: Stand by and answer.\n"));
    stage.raise();
    progress.accept("launches " + options.driver());
    Instant began = Instant.now();
    start(repository);
    await(this::idle, LAUNCH, options.driver() + " is not ready");
    Figures figures = new Figures().put("driver", options.driver());
    figures.put("launch_seconds", Duration.between(began, Instant.now()).toMillis() / 1_000.0);
    progress.accept("sends " + options.messages() + " messages, each when the program is idle");
    for (int i = 0; i < options.messages(); i++) {
      send("Load message " + i);
    }
    tell(figures);
    byHand(figures);
    progress.accept(
        "runs into " + options.limits() + " limits, kills it " + options.deaths() + " times");
    figures.put("limit_noticed_ms", limits(), 50, 99);
    figures.put("kill_noticed_ms", deaths(), 50, 99);
    return figures;
  }

  /** The same messages without orc: by the program's protocol, by a paste, by typed keys. */
  private void byHand(Figures figures) {
    Map<String, Object> medians = new LinkedHashMap<>();
    medians.put("orc", median(figures, "seen_ms"));
    progress.accept("says as many by the program's own protocol");
    figures.put("bare_call_ms", calls(), 50, 99);
    progress.accept("pastes as many by hand");
    BareKeys keys = new BareKeys(stage, AGENT);
    figures.put("bare_paste_ms", bare("paste", keys::paste, keys::enter), 50, 99);
    progress.accept("types as many with send-keys");
    figures.put("send_keys_ms", bare("keys", keys::type, keys::enter), 50, 99);
    figures.put("enters_that_were_swallowed", swallowed);
    medians.put("bare_call", median(figures, "bare_call_ms"));
    medians.put("bare_paste", median(figures, "bare_paste_ms"));
    medians.put("send_keys", median(figures, "send_keys_ms"));
    figures.put("until_the_model_sees_it_p50_ms", medians);
  }

  private static Object median(Figures figures, String name) {
    return figures.all().get(name) instanceof Map<?, ?> values ? values.get("p50") : null;
  }

  private Quantiles calls() {
    try {
      Optional<BareCall> call = BareCall.of(options.driver(), stage, real.home());
      if (call.isEmpty()) {
        return Quantiles.of(List.of());
      }
      try (BareCall open = call.get()) {
        return bare("call", text -> said(open, text), () -> {});
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static void said(BareCall call, String text) {
    try {
      call.say(text);
    } catch (IOException e) {
      throw Failure.failed(
          "a bare call went wrong: " + e.getMessage(), "Try again with --keep, and look");
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static Failure interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return Failure.failed("interrupted: " + e.getMessage(), "Try again");
  }

  /** From the first request that is refused until the agent counts as limited. */
  private Quantiles limits() {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < options.limits(); i++) {
      standIn.controls().mood(Mood.LIMITED, fullMinuteAfter(Instant.now().plus(LIMIT)));
      String id = post("Limit message " + i);
      await(() -> seen(id), DELIVERY, "the model has not seen the message at the limit");
      await(() -> is(AgentState.LIMITED), DELIVERY, "the limit is not noticed");
      millis.add(Duration.between(standIn.seen().arrivals().get(id), Instant.now()).toMillis());
      await(this::idle, AFTER_LIMIT, options.driver() + " does not go on after the limit");
    }
    return Quantiles.of(millis);
  }

  /** As vendors' limits end: programs leave the seconds out when they tell it. */
  private static Instant fullMinuteAfter(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
  }

  private Quantiles deaths() {
    Deaths deaths = new Deaths(stage, List.of(AGENT));
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < options.deaths(); i++) {
      millis.add(deaths.noticed(AGENT));
      await(this::idle, LAUNCH, options.driver() + " does not come back");
    }
    return Quantiles.of(millis);
  }

  private void start(Path repository) {
    StartRequest request =
        new StartRequest(
            CallerIds.next(),
            Message.PERSON,
            repository.resolve("spec.md").toString(),
            repository.toString(),
            PROJECT,
            options.driver(),
            TeamWish.of(List.of(ROLE)),
            List.of(),
            List.of(),
            null,
            StartRequest.NO_DEV_SERVER);
    stage.api().post(dev.orc.workflows.model.Started.class, "/v1/projects", request);
  }

  private String post(String text) {
    Message message = Message.ordinary(CallerIds.next(), Message.PERSON, ROLE, text, Instant.now());
    return stage.api().post(Accepted.class, ApiClient.of(PROJECT, "messages"), message).id();
  }

  private void send(String text) {
    String id = post(text);
    accepted.put(id, Instant.now());
    await(() -> seen(id), DELIVERY, "the model has not seen '" + text + "'");
    await(this::idle, DELIVERY, options.driver() + " is not ready again");
  }

  private boolean seen(String id) {
    return standIn.seen().arrivals().containsKey(id);
  }

  private boolean idle() {
    List<AgentStatus> agents = agents();
    return !agents.isEmpty()
        && agents.stream()
            .allMatch(one -> one.state().equals(AgentState.READY) && one.waiting() == 0);
  }

  private boolean is(AgentState state) {
    return agents().stream().anyMatch(one -> one.state().equals(state));
  }

  /** None while the orchestration does not answer; whoever waits asks again. */
  private List<AgentStatus> agents() {
    try {
      return stage
          .api()
          .get(dev.orc.workflows.model.ProjectStatus.class, ApiClient.of(PROJECT, ""))
          .agents();
    } catch (Failure e) {
      if (e.exit() != Failure.NO_SERVER) {
        throw e;
      }
      return List.of();
    }
  }

  private static void await(BooleanSupplier condition, Duration longest, String otherwise) {
    if (!Moment.awaitThat(condition, LOOK, longest)) {
      throw Failure.failed(
          otherwise + " after " + longest.toSeconds() + " s", "Try again with --keep, and look");
    }
  }

  private void tell(Figures figures) {
    Map<String, Instant> receipts = new LinkedHashMap<>();
    for (Letter letter : stage.api().list(Letter.class, ApiClient.of(PROJECT, "inbox"))) {
      if (letter.state().equals(LetterState.DELIVERED)) {
        receipts.put(letter.message().id(), letter.at());
      }
    }
    figures.put("delivery_ms", spans(accepted, receipts), 50, 99);
    figures.put("seen_ms", spans(accepted, standIn.seen().arrivals()), 50, 99);
    List<String> order =
        standIn.seen().letters(AGENT).stream()
            .map(Seen.SeenLetter::id)
            .filter(accepted::containsKey)
            .toList();
    List<String> once = order.stream().distinct().toList();
    figures.put("messages", accepted.size());
    figures.put("receipts", (int) accepted.keySet().stream().filter(receipts::containsKey).count());
    figures.put("lost", accepted.size() - once.size());
    figures.put("duplicated", order.size() - once.size());
    figures.put("reordered", once.equals(List.copyOf(accepted.keySet())) ? 0 : 1);
  }

  /**
   * From each text's beginning until the model sees it.
   *
   * @param again what whoever does it by hand does when nothing happens
   */
  private Quantiles bare(String way, Consumer<String> say, Runnable again) {
    Map<String, Instant> begun = new LinkedHashMap<>();
    for (int i = 0; i < options.messages(); i++) {
      String id = way + "-" + i;
      begun.put(id, Instant.now());
      say.accept("[orc " + id + " from script]\nBare message " + i);
      if (!Moment.awaitThat(() -> seen(id), LOOK, LOOKS_AGAIN)) {
        swallowed++;
        again.run();
      }
      await(() -> seen(id), DELIVERY, "the model has not seen " + id);
      await(this::idle, DELIVERY, options.driver() + " is not ready again");
    }
    return spans(begun, standIn.seen().arrivals());
  }

  private static Quantiles spans(Map<String, Instant> from, Map<String, Instant> to) {
    List<Long> millis = new ArrayList<>();
    from.forEach(
        (id, begin) -> {
          Instant end = to.get(id);
          if (end != null) {
            // A quick program may have it before the answer to `send` is back.
            millis.add(Math.max(0, Duration.between(begin, end).toMillis()));
          }
        });
    return Quantiles.of(millis);
  }
}
