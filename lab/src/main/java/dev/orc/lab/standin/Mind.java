package dev.orc.lab.standin;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decides the next move from the conversation alone, so that one that was broken off and taken up
 * again goes on where it was. First what prompts direct, then what the part is for. Thread-safe.
 */
final class Mind {
  private static final String WORD = "word";

  /** It thinks once about a prompt that says so, however often the program asks. */
  private final Set<String> thought = ConcurrentHashMap.newKeySet();

  private final Controls controls;

  Mind(Controls controls) {
    this.controls = controls;
  }

  Move next(Talk talk) {
    Duration thinks = controls.delay().plus(slowness(talk));
    if (talk.aside()) {
      return new Move.Say("{\"title\": \"A small task\", \"isNewTopic\": false}", Duration.ZERO);
    }
    return directed(talk, thinks)
        .or(() -> Roleplay.next(talk).map(step -> step.move(thinks)))
        .orElseGet(() -> new Move.Say(closing(talk), thinks));
  }

  private Duration slowness(Talk talk) {
    long seconds = 0;
    for (String text : talk.texts()) {
      for (Directive directive : Directive.in(text)) {
        if (directive.kind() == Directive.Kind.SLOW && !talk.aside() && thought.add(text)) {
          seconds += Long.parseLong(directive.argument());
        }
      }
    }
    return Duration.ofSeconds(seconds);
  }

  private static Optional<Move> directed(Talk talk, Duration thinks) {
    return talk.texts().stream()
        .flatMap(text -> Directive.in(text).stream())
        .filter(one -> one.kind() == Directive.Kind.RUN || one.kind() == Directive.Kind.ESCALATE)
        .filter(one -> !talk.isThrough(Step.run(one.argument())))
        .findFirst()
        .map(one -> new Move.Run(one.argument(), one.kind() == Directive.Kind.ESCALATE, thinks));
  }

  /** What it ends a turn with. */
  private static String closing(Talk talk) {
    for (Directive directive : Directive.in(talk.lastText())) {
      if (directive.kind() == Directive.Kind.SAY) {
        return directive.argument();
      }
      if (directive.kind() == Directive.Kind.TALK) {
        int words = Integer.parseInt(directive.argument());
        return IntStream.range(0, words).mapToObj(i -> WORD).collect(Collectors.joining(" "));
      }
    }
    return "Noted.";
  }
}
