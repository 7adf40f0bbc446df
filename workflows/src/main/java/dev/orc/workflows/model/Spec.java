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
 * @param review what a person has to approve before it counts as complete, as the name of a
 *     document; null when nobody asked for that
 */
public record Spec(
    String title,
    String file,
    String digest,
    String goal,
    List<String> criteria,
    List<String> verify,
    String review) {
  public Spec {
    criteria = criteria == null ? List.of() : List.copyOf(criteria);
    verify = verify == null ? List.of() : List.copyOf(verify);
  }

  /** One that no person reviews. */
  public Spec(
      String title,
      String file,
      String digest,
      String goal,
      List<String> criteria,
      List<String> verify) {
    this(title, file, digest, goal, criteria, verify, null);
  }

  /** Complete only when a person has approved this of it; null for nobody. */
  public Spec reviewed(String what) {
    return new Spec(title, file, digest, goal, criteria, verify, what);
  }

  /** Proved by these commands too. */
  public Spec provedBy(List<String> more) {
    return new Spec(
        title,
        file,
        digest,
        goal,
        criteria,
        Stream.concat(verify.stream(), more.stream()).distinct().toList(),
        review);
  }
}
