package dev.orc.activities.plan.detect;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A size that somebody names: by a word, or by how many roles.
 *
 * @param roles how many; 0 when only a word was named
 */
public record WishedSize(TeamSize size, int roles) {
  /** A lead and somebody who does the work, up to what a session can show. */
  private static final Pattern NUMBER = Pattern.compile("[2-9]|[1-9][0-9]");

  /** What a person is told who names something else. */
  public static final String REMEDY =
      "write small, medium, large, enterprise, or a number of roles from 2 to 99";

  /** Empty when it is neither a word nor a number of roles. */
  public static Optional<WishedSize> of(String text) {
    String word = text.strip();
    if (NUMBER.matcher(word).matches()) {
      int roles = Integer.parseInt(word);
      return Optional.of(new WishedSize(TeamSize.of(roles), roles));
    }
    return TeamSize.named(word).map(size -> new WishedSize(size, 0));
  }

  /** The most roles that it means. */
  public int most() {
    return roles > 0 ? roles : size.most();
  }
}
