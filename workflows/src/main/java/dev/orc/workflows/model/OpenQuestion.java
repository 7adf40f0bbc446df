package dev.orc.workflows.model;

import java.util.List;

/**
 * What an agent asks now and waits for.
 *
 * @param id tells it from another question of the same agent: a word of its text
 * @param text in the program's own words
 * @param choices what can be answered; empty where it can only be typed in its window
 */
public record OpenQuestion(String role, String id, String text, List<String> choices) {
  public OpenQuestion {
    choices = List.copyOf(choices);
  }
}
