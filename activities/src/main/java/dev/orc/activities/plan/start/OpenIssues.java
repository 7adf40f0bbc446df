package dev.orc.activities.plan.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.json.HostJson;
import dev.orc.base.files.GitMark;
import dev.orc.base.process.Ended;
import dev.orc.base.process.ProgramPath;
import dev.orc.base.process.ProgramRun;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The open issues of a repository, asked of GitHub's program where it is installed; where it is
 * not, or has nothing to say, there are none.
 *
 * @param lines one for each
 * @param source what they came from; empty when nobody was asked or answered
 */
record OpenIssues(List<String> lines, Optional<String> source) {
  private static final OpenIssues NONE = new OpenIssues(List.of(), Optional.empty());
  private static final List<String> QUESTION =
      List.of("issue", "list", "--limit", "10", "--json", "number,title");
  private static final Duration LONGEST = Duration.ofSeconds(10);

  static OpenIssues of(Path root) {
    return of(root, System.getenv().getOrDefault("PATH", ""));
  }

  /**
   * @param path where programs are looked for
   */
  static OpenIssues of(Path root, String path) {
    Optional<Path> program = ProgramPath.find("gh", path);
    if (program.isEmpty() || !GitMark.isIn(root)) {
      return NONE;
    }
    List<String> command = new ArrayList<>(List.of(program.get().toString()));
    command.addAll(QUESTION);
    try {
      Ended ended = ProgramRun.of(command).in(root).within(LONGEST).run(() -> {});
      return ended.well() ? read(ended.out()) : NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NONE;
    } catch (UncheckedIOException | JsonProcessingException silent) {
      return NONE; // a draft without issues is a draft too
    }
  }

  private static OpenIssues read(String json) throws JsonProcessingException {
    List<String> lines = new ArrayList<>();
    for (JsonNode issue : HostJson.MAPPER.readTree(json)) {
      lines.add(issue.path("title").asText() + " (issue " + issue.path("number").asInt() + ")");
    }
    return new OpenIssues(
        lines,
        lines.isEmpty() ? Optional.empty() : Optional.of("gh: " + lines.size() + " open issues"));
  }
}
