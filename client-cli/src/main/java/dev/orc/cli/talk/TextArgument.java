package dev.orc.cli.talk;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text of a message or report: the words of the command line, or standard input for '-'. */
final class TextArgument {
  private static final int MOST_BYTES = 2_000_000;

  private TextArgument() {}

  static String text(List<String> words, CommandContext here) {
    String text = words.equals(List.of("-")) ? input(here) : String.join(" ", words);
    if (text.isBlank()) {
      throw Failure.usage("the text is empty", "Say something, or pipe it in and give '-'");
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw tooLong();
    }
    return text;
  }

  private static String input(CommandContext here) {
    try {
      byte[] bytes = here.in().readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw tooLong();
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    } catch (IOException e) {
      throw Failure.failed("standard input cannot be read: " + e.getMessage(), "Try again");
    }
  }

  private static Failure tooLong() {
    return new Failure(
        Failure.REFUSED,
        "the text is longer than 2 MB",
        "Put it into a file of the project and send its name");
  }
}
