package dev.orc.cli.release;

import dev.orc.cli.release.SemanticVersion.Level;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a commit message says of the version: by its type, as {@code feat(api)!: …}, or by its first
 * word. Immutable.
 */
record ReleaseMessage(String text) {
  private static final Set<String> FEATURES = Set.of("feat", "feature", "add");
  private static final Pattern TYPED =
      Pattern.compile("(?<type>[A-Za-z]+)(\\([^()]*\\))?(?<breaking>!?): *(?<rest>.*)");
  private static final Pattern BREAKING =
      Pattern.compile("^BREAKING[ -]CHANGE\\b|\\bBREAKING[ -]CHANGE:", Pattern.MULTILINE);

  ReleaseMessage {
    text = text.strip();
  }

  Level level() {
    Matcher typed = typed();
    boolean known = typed.matches();
    String type = (known ? typed.group("type") : firstWord()).toLowerCase(Locale.ROOT);
    if (BREAKING.matcher(text).find()
        || known && (!typed.group("breaking").isEmpty() || type.equals("breaking"))) {
      return Level.MAJOR;
    }
    return FEATURES.contains(type) ? Level.MINOR : Level.PATCH;
  }

  /** What a changelog says of it. */
  String entry() {
    Matcher typed = typed();
    String said =
        typed.matches() && !typed.group("rest").isBlank() ? typed.group("rest") : subject();
    return (level() == Level.MAJOR ? "Breaking: " : "") + said.strip();
  }

  String subject() {
    return text.lines().findFirst().orElse("");
  }

  private Matcher typed() {
    return TYPED.matcher(subject());
  }

  private String firstWord() {
    return subject().split("\\s", 2)[0];
  }
}
