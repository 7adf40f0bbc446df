package dev.orc.activities.agent.driver;

import java.util.List;

/**
 * A driver file's part {@code conversation}: how the program's conversation is named, so that a
 * later life goes on with it, and how its first prompt goes with its start.
 *
 * @param begin arguments of a new one; {@code {conversation}} is its id, a UUID
 * @param resume arguments that go on with one
 * @param prompt arguments before the first prompt, which is the last argument; null where the
 *     program takes none
 */
record ConversationPart(List<String> begin, List<String> resume, List<String> prompt) {
  ConversationPart {
    begin = begin == null ? List.of() : List.copyOf(begin);
    resume = resume == null ? List.of() : List.copyOf(resume);
    prompt = prompt == null ? null : List.copyOf(prompt);
    if (begin.isEmpty() != resume.isEmpty()) {
      throw new IllegalArgumentException("'conversation.begin' and '.resume' go together");
    }
  }

  boolean named() {
    return !resume.isEmpty();
  }
}
