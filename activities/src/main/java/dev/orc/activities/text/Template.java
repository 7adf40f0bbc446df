package dev.orc.activities.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with named gaps, {@code {{name}}}. What fills a gap is never looked at for more gaps.
 * Immutable.
 */
public final class Template {
  private static final Pattern GAP = Pattern.compile("\\{\\{([a-z]+)}}");

  private final String text;

  private Template(String text) {
    this.text = text;
  }

  /** The one that lies beside the class. */
  public static Template bundled(Class<?> owner, String resource) {
    try (InputStream stream = owner.getResourceAsStream(resource)) {
      return new Template(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A person's own, where there is one; else the one that lies beside the class. */
  public static Template own(Path file, Class<?> owner, String resource) {
    try {
      return Files.isRegularFile(file)
          ? new Template(Files.readString(file))
          : bundled(owner, resource);
    } catch (IOException e) {
      throw new UncheckedIOException("the template " + file + " can not be read", e);
    }
  }

  /**
   * The text with its gaps filled.
   *
   * @throws IllegalArgumentException when there is a gap that nothing is given for
   */
  public String filled(Map<String, String> values) {
    return GAP.matcher(text)
        .replaceAll(
            gap -> {
              String value = values.get(gap.group(1));
              if (value == null) {
                throw new IllegalArgumentException("nothing is given for " + gap.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
