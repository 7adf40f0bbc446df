package dev.orc.activities.retry.research;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a researcher is asked to do, as the spec of its own orchestration. Pure. */
final class ResearchTask {
  private ResearchTask() {}

  /**
   * @param findings where the researcher is to write
   */
  static String write(FailureEvidence evidence, Path analysis, Path findings) {
    String project = evidence.outcome().project();
    return """
        # Why %1$s failed

        PROJECT: Why %1$s failed

        GOAL:
        Find out why the project %1$s failed, and write down what the next try must do differently. \
        You look and change nothing: nothing that you do to the repository is \
        used. Where your role says otherwise, this counts.

        It ended as %2$s: %3$s

        REQUIREMENTS:
        - Read what the host has kept of it:
        %4$s
        - Look at the repository and at the branches of the roles (git log --all --oneline, git diff).
        - Find the causes, not the signs. Run what failed if you can do so in your own worktree.
        - Write what you find into the file %5$s, and only there.

        DELIVERABLES:
        - The file %5$s, each finding in this form, the most important first, ten at most:

        %6$s
        Each begins with high, medium or low. Whoever reads it knows the spec and the repository, and \
        has none of these files: say everything that is needed.

        SUCCESS CRITERIA:
        - The file is there, and each of its findings says what to do about it.
        """
        .formatted(
            project,
            evidence.outcome().phase(),
            line(evidence.outcome().reason()),
            files(analysis, evidence.files()),
            findings,
            FindingsPage.indented(FindingsPage.FORM, "    "));
  }

  private static String files(Path analysis, List<Path> kept) {
    String all = kept.stream().map(file -> "  - " + file).collect(Collectors.joining("\n"));
    return "  - " + analysis + " (what is known without you)\n" + all;
  }

  private static String line(String reason) {
    return reason == null ? "no reason was given" : reason.replaceAll("\\s+", " ");
  }
}
