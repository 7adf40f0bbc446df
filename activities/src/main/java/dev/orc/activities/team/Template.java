package dev.orc.activities.team;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with named gaps, {@code {{name}}}. What fills a gap is never looked at for more gaps. */
final class Template {
  private static final Pattern GAP = Pattern.compile("\\{\\{([a-z]+)}}");

  private final String text;

  private Template(String text) {
    this.text = text;
  }

  static Template bundled(String resource) {
    try (InputStream stream = Template.class.getResourceAsStream(resource)) {
      return new Template(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String filled(Map<String, String> values) {
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
