package dev.orc.activities.plan.detect;

import java.util.List;

/**
 * A type of project as its file says: what it is called and what it is told by.
 *
 * @param word as it is written in a spec, a wish or a file's name
 * @param alsoCalled other words for it
 * @param signs each raises it, the more the heavier it is
 */
public record ProjectType(String word, List<String> alsoCalled, List<Sign<String>> signs) {
  /** What a project is when nothing says otherwise. */
  public static final String USUAL = "code_project";

  public ProjectType {
    alsoCalled = List.copyOf(alsoCalled);
    signs = List.copyOf(signs);
  }
}
