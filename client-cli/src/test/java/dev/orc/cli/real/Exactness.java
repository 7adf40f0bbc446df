package dev.orc.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.lab.standin.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Whether the model saw what was sent: every text exactly, once, in order. Stateless. */
final class Exactness {
  /**
   * What may stand behind a text: a blank that keeps a composer from completing its last word, and
   * the end of the frame in which a program shows its model what others sent, or what was pasted.
   */
  private static final Pattern BEHIND =
      Pattern.compile(
          "\\s*(?:</[\\w-]+[^>]*>.*|This came from another Claude session.*)?", Pattern.DOTALL);

  private Exactness() {}

  /**
   * @param sent ids with their texts, in the order in which they were sent
   * @param seen letters as the model saw them
   * @param shown what the program itself makes of a text that is typed or pasted
   */
  static void check(
      Map<String, String> sent, List<Seen.SeenLetter> seen, UnaryOperator<String> shown) {
    List<Seen.SeenLetter> ours =
        seen.stream().filter(letter -> sent.containsKey(letter.id())).toList();
    List<String> faults = new ArrayList<>();
    for (Seen.SeenLetter letter : ours) {
      String text = sent.get(letter.id());
      if (!isExact(letter.text(), text) && !isExact(letter.text(), shown.apply(text))) {
        faults.add("sent: " + show(text) + "\nseen: " + show(letter.text()));
      }
    }
    assertThat(faults).as("texts that the model saw otherwise than they were sent").isEmpty();
    assertThat(ours)
        .as("every text once, in order")
        .extracting(Seen.SeenLetter::id)
        .containsExactlyElementsOf(sent.keySet());
  }

  /** Claude Code's composer makes blanks of every tab that is pasted. */
  static String pastedIntoClaude(String text) {
    return text.replace("\t", "    ");
  }

  private static boolean isExact(String seen, String text) {
    return seen.startsWith(text) && BEHIND.matcher(seen.substring(text.length())).matches();
  }

  private static String show(String text) {
    String line = text.replace("\n", "\\n").replace("\t", "\\t");
    return line.length() <= 300
        ? line
        : line.substring(0, 150) + " … " + line.substring(line.length() - 150);
  }
}
