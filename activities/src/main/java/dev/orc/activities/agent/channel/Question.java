package dev.orc.activities.agent.channel;

import java.util.List;

/**
 * What a program asks, in its own words.
 *
 * @param id names it in an answer, within this life
 * @param text the command, the file, the question; one short line
 * @param choices what may be answered; empty when it is free text or not known
 */
public record Question(String id, String text, List<Choice> choices) {
  public Question {
    choices = List.copyOf(choices);
  }

  /**
   * @param id what {@link Channel#answer} takes
   * @param text as the program shows it
   * @param grants whether it allows what was asked: never chosen without consent
   */
  public record Choice(String id, String text, boolean grants) {}
}
