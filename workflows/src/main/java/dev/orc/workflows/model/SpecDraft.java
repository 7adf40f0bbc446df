package dev.orc.workflows.model;

import java.util.List;

/**
 * The draft of a spec for a project that has none.
 *
 * @param directory of the repository
 * @param file the host's file that holds it, outside of the repository
 * @param text Markdown
 * @param sources what it was made from, one line each
 */
public record SpecDraft(String directory, String file, String text, List<String> sources) {
  public SpecDraft {
    sources = sources == null ? List.of() : List.copyOf(sources);
  }
}
