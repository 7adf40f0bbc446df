package dev.orc.activities.agent.check;

import dev.orc.activities.agent.driver.DialogAnswer;
import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.agent.driver.Reading;
import dev.orc.activities.host.tmux.Tmux;
import dev.orc.workflows.model.Condition;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Watches one program: says each change of what its screen and its hooks tell, and where the two
 * differ for longer than a moment. Not thread-safe.
 */
final class Observation {
  private static final Duration LOOK = Duration.ofMillis(100);

  /** A screen is drawn after the hook was called, or before: so long they may differ. */
  private static final Duration MOMENT = Duration.ofSeconds(3);

  private final Tmux tmux;
  private final String pane;
  private final Driver driver;
  private final SpoolReader spool;
  private final CheckOrder order;
  private final PrintStream out;
  private final Golden golden;
  private final ZoneId zone = ZoneId.systemDefault();
  private final List<Told> told = new ArrayList<>();
  private final Set<String> seen = new LinkedHashSet<>();

  private String last = "";
  private Reading screen;
  private Reading hook;
  private Instant differSince;
  private boolean differTold;
  private boolean prompted;
  private Instant steady = Instant.now();

  Observation(
      Tmux tmux, String pane, Driver driver, SpoolReader spool, CheckOrder order, PrintStream out) {
    this.tmux = tmux;
    this.pane = pane;
    this.driver = driver;
    this.spool = spool;
    this.order = order;
    this.out = out;
    this.golden = order.to() == null ? null : Golden.into(order.to(), driver, order.size());
  }

  /** Until the time is over, or the program has ended. */
  List<Told> watch() throws InterruptedException {
    Instant end = Instant.now().plus(order.during());
    boolean dead = false;
    while (!dead && Instant.now().isBefore(end)) {
      dead = tmux.pane(pane).map(Tmux.Pane::dead).orElse(true);
      hooks();
      look();
      compare();
      act();
      TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
    }
    summary();
    return told;
  }

  private void look() {
    String shown = tmux.screen(pane);
    if (shown.equals(last)) {
      return;
    }
    last = shown;
    steady = Instant.now();
    seen.addAll(driver.marksOn(shown));
    Reading now = driver.read(shown, steady, zone);
    if (!now.equals(screen)) {
      screen = now;
      say("screen", now);
      if (golden != null) {
        golden.screen(shown, now, steady, zone);
      }
    }
  }

  private void hooks() {
    for (String line : spool.lines()) {
      SpoolReader.event(line)
          .ifPresent(
              event -> {
                Optional<Reading> said = driver.read(event, event.at(), zone);
                hook = said.orElse(hook);
                said.ifPresent(reading -> say("hook " + event.event(), reading));
                if (golden != null) {
                  golden.hook(line);
                }
              });
    }
  }

  private void compare() {
    boolean differ = hook != null && screen != null && hook.condition() != screen.condition();
    differSince = !differ ? null : differSince == null ? Instant.now() : differSince;
    differTold &= differ;
    if (differ && !differTold && Instant.now().isAfter(differSince.plus(MOMENT))) {
      differTold = true;
      line("# differ: screen says " + screen.condition() + ", hook says " + hook.condition());
    }
  }

  /** Answers what the driver may answer, a step at a look; gives the prompt once it is ready. */
  private void act() throws InterruptedException {
    boolean still = Instant.now().isAfter(steady.plus(Duration.ofSeconds(1)));
    if (screen == null || !still) {
      return;
    }
    if (screen.condition() == Condition.ASKING) {
      Optional<DialogAnswer> answer = driver.answer(last);
      if (answer.isPresent()) {
        line("# answering: " + answer.get().dialog());
        press(answer.get());
      }
    } else if (screen.condition() == Condition.READY && !prompted && !order.prompt().isEmpty()) {
      prompted = true;
      line("# prompt: " + order.prompt());
      tmux.paste(pane, order.prompt());
      TimeUnit.NANOSECONDS.sleep(driver.gapBeforeEnter().toNanos());
      tmux.keys(pane, List.of("Enter"));
    }
  }

  private void press(DialogAnswer answer) throws InterruptedException {
    steady = Instant.now();
    for (DialogAnswer.Step step : answer.steps()) {
      if (step.key() == null) {
        TimeUnit.NANOSECONDS.sleep(step.pause().toNanos());
      } else {
        tmux.keys(pane, List.of(step.key()));
      }
    }
  }

  private void say(String source, Reading reading) {
    Told one = Told.of(reading, source);
    told.add(one);
    line(one.line());
  }

  private void summary() {
    Set<String> never = new LinkedHashSet<>(driver.marks());
    never.removeAll(seen);
    line("# marks seen: " + String.join(" ", seen));
    line("# marks never seen: " + (never.isEmpty() ? "none" : String.join(" ", never)));
  }

  private void line(String text) {
    if (!order.json()) {
      out.println(text);
      out.flush();
    }
  }
}
