package dev.orc.cli.real;

import java.util.ArrayList;
import java.util.List;

/** Texts that terminals, shells, composers and JSON are known to stumble over. Stateless. */
final class Awkward {
  private static final int LONG = 20_000;

  private static final List<String> SHAPES =
      List.of(
          "plain words, number %d",
          "two lines, number %d\nand the second",
          "an empty line, number %d\n\nin the middle",
          "many lines %d\n  - one\n  - two\n    - three\n\n```java\nint a = 1;\n```\nend",
          "a tab\there and\tthere, number %d",
          "\"double\" and 'single' quotes, number %d",
          "ends in a semicolon, number %d;",
          "$HOME and ${PATH} and $(date), number %d",
          "`backticks` and ```three```, number %d",
          "unicode: äöü ß é 漢字 🙂 👩‍👩‍👧 → “quotes” number %d",
          "/help me with number %d",
          "! echo number %d",
          "# a comment, number %d",
          "@main is number %d",
          "number %d ends in @developer",
          "number %d ends in $PATH",
          "back\\slash \\n \\t \\\\ and %% number %d",
          "{\"json\": [1, 2, {\"a\": null}], \"number\": %d}",
          "<tag attribute=\"x\">number %d</tag> &amp; &lt;",
          "? is this number %d?",
          "  leading blanks, number %d",
          "- a list, number %d\n- of two",
          "> quoted, number %d",
          "1. number %d\n2. next",
          "exit number %d",
          "number %d: 'it''s' \"so\" `or` $so; # not @all");

  private Awkward() {}

  /** So many texts, all different; every fortieth is long. */
  static List<String> texts(int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(i % 40 == 39 ? longText(i) : SHAPES.get(i % SHAPES.size()).formatted(i));
    }
    return texts;
  }

  private static String longText(int number) {
    StringBuilder text = new StringBuilder("long, number " + number + "\n");
    while (text.length() < LONG) {
      text.append("line ").append(text.length()).append(": all work and no play; $x `y` \"z\"\n");
    }
    return text.append("the end").toString();
  }
}
