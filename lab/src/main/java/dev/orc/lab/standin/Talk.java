package dev.orc.lab.standin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request, whatever the vendor: the conversation as the model is shown it.
 *
 * @param texts what came from the user's side, the oldest first, as it came
 * @param calls the commands that the model has asked for, in order
 * @param tools names of the tools that the program offers
 * @param aside the program asks for a title, a summary or the like, not for the work
 */
public record Talk(List<String> texts, List<ToolCall> calls, Set<String> tools, boolean aside) {
  private static final Pattern BRIEF =
      Pattern.compile("You are the ([\\w-]+) of project ([\\w.-]+)");
  private static final int TRIES = 3;

  /** Who the model is to be. */
  public record Part(String role, String project) {}

  public Talk {
    texts = List.copyOf(texts);
    calls = List.copyOf(calls);
    tools = Set.copyOf(tools);
  }

  /** From the first brief of the conversation. */
  public Optional<Part> part() {
    for (String text : texts) {
      Matcher brief = BRIEF.matcher(text);
      if (brief.find()) {
        return Optional.of(new Part(brief.group(1), brief.group(2)));
      }
    }
    return Optional.empty();
  }

  /** The last text that is no note of the program's own. */
  String lastText() {
    String last = "";
    for (String text : texts) {
      if (!text.startsWith("<system-reminder>")) {
        last = text;
      }
    }
    return last;
  }

  /** Whether a step needs no more asking for: it was done, or was asked for often enough. */
  boolean isThrough(Step step) {
    List<ToolCall> same = calls.stream().filter(call -> step.is(call.command())).toList();
    return same.size() >= TRIES || same.stream().anyMatch(ToolCall::ran);
  }
}
