package dev.orc.activities.agent;

import dev.orc.activities.agent.driver.Driver;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.policy.DerivedIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a life is told with its start: its brief, with the letterhead by which the receipt is known.
 *
 * @param letter empty for a life that needs none, or a program that takes none
 * @param before what stands before a prompt on the program's command line; empty where it takes
 *     none there
 */
record FirstWords(Optional<LetterText> letter, Optional<List<String>> before) {

  static FirstWords of(LaunchOrder order, Driver driver, Path brief) {
    String role = order.role().name();
    MessageKind kind = order.recovered() ? MessageKind.REBRIEF : MessageKind.BRIEF;
    String id = DerivedIds.under("brief/" + role, Integer.toString(order.incarnation()));
    Message message = Message.of(kind, id, Message.ORC, role, text(brief), Instant.EPOCH);
    LetterText whole = LetterText.of(message, message.text());
    boolean fits =
        whole.text().getBytes(StandardCharsets.UTF_8).length <= StartPrompt.LONGEST_BYTES;
    return new FirstWords(
        Optional.of(fits ? whole : pointer(message, brief)), driver.promptArguments());
  }

  /** A brief that is too long for a command line is read by the agent itself. */
  private static LetterText pointer(Message message, Path brief) {
    return LetterText.of(
        message, "Read your whole brief in the file " + brief + " now, and do what it says.");
  }

  private static String text(Path brief) {
    try {
      return Files.readString(brief);
    } catch (IOException e) {
      throw new UncheckedIOException("the brief " + brief + " can not be read", e);
    }
  }

  /** The same for a life that goes on with its conversation. */
  FirstWords none() {
    return new FirstWords(Optional.empty(), before);
  }

  /** The text for the program's command line; empty where it takes none there. */
  Optional<String> prompt() {
    return before.isPresent() ? letter.map(LetterText::text) : Optional.empty();
  }
}
