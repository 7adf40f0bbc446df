package dev.orc.activities.agent.driver;

import java.util.List;

/**
 * What a screen asks.
 *
 * @param words the question with its choices, as the program says it
 * @param options the choices, from the top down; empty when none is marked
 */
public record ScreenQuestion(String words, List<String> options) {
  public ScreenQuestion {
    options = List.copyOf(options);
  }
}
