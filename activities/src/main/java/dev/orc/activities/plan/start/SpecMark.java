package dev.orc.activities.plan.start;

import dev.orc.activities.plan.spec.SpecDocument;
import dev.orc.base.text.Digest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a project keeps of the spec that it was made for, to know it again also where findings stand
 * in front of it. Immutable.
 */
final class SpecMark {
  private static final Pattern WRITTEN = Pattern.compile("([0-9a-f]{64})/(\\d{1,9})");

  private final String digest;
  private final int length;

  /** The text behind the mark; null for one that was read. */
  private final String text;

  private SpecMark(String digest, int length, String text) {
    this.digest = digest;
    this.length = length;
    this.text = text;
  }

  static SpecMark of(SpecDocument document) {
    String text = document.text().strip();
    return new SpecMark(Digest.of(text), text.length(), text);
  }

  /** The mark as a project keeps it; empty when it is none. */
  static Optional<SpecMark> read(String written) {
    Matcher mark = WRITTEN.matcher(written);
    return mark.matches()
        ? Optional.of(new SpecMark(mark.group(1), Integer.parseInt(mark.group(2)), null))
        : Optional.empty();
  }

  /** Whether this document is that one, or ends with it. */
  boolean continues(SpecMark before) {
    return text != null
        && text.length() >= before.length
        && Digest.of(text.substring(text.length() - before.length)).equals(before.digest);
  }

  @Override
  public String toString() {
    return digest + "/" + length;
  }
}
