package dev.orc.workflows.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be built, as far as a workflow needs to know it. The document itself stays on the
 * host.
 *
 * @param file the host's own copy of the document
 * @param digest SHA-256 of the document, in hex
 * @param goal the goal, shortened to what fits a status screen
 * @param criteria the success criteria, one each
 * @param verify the commands that prove it, one each, run by {@code sh} in the project
 */
public record Spec(
    String title,
    String file,
    String digest,
    String goal,
    List<String> criteria,
    List<String> verify) {
  public Spec {
    criteria = criteria == null ? List.of() : List.copyOf(criteria);
    verify = verify == null ? List.of() : List.copyOf(verify);
  }

  /** Proved by these commands too. */
  public Spec provedBy(List<String> more) {
    return new Spec(
        title,
        file,
        digest,
        goal,
        criteria,
        Stream.concat(verify.stream(), more.stream()).distinct().toList());
  }
}
