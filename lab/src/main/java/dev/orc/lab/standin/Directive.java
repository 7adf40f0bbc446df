package dev.orc.lab.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a prompt tells the model to do, one a line: {@code PLEASE run COMMAND}, {@code PLEASE
 * escalate COMMAND} (run it with more rights than the program has), {@code PLEASE slow SECONDS},
 * {@code PLEASE say TEXT}, {@code PLEASE talk WORDS}.
 */
record Directive(Kind kind, String argument) {
  enum Kind {
    RUN,
    ESCALATE,
    SLOW,
    SAY,
    TALK
  }

  private static final Pattern LINE =
      Pattern.compile("^[ >*-]*PLEASE (run|escalate|slow|say|talk) (.+)$", Pattern.MULTILINE);

  static List<Directive> in(String text) {
    List<Directive> all = new ArrayList<>();
    Matcher line = LINE.matcher(text);
    while (line.find()) {
      Kind kind = Kind.valueOf(line.group(1).toUpperCase(java.util.Locale.ROOT));
      all.add(new Directive(kind, line.group(2).strip()));
    }
    return all;
  }
}
