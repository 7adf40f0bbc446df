package dev.orc.activities.retry.research;

import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.HostFolders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/** Where the papers of a research lie, in the project's own folder of the host. Immutable. */
record ResearchPlaces(Path folder) {
  static ResearchPlaces of(HostFolders folders, String project) {
    return new ResearchPlaces(folders.project(AgentName.requireWord(project)));
  }

  /** What is known without an agent. */
  Path analysis(String item, int attempt) {
    return research(item, attempt).resolve("analysis.md");
  }

  /** Where the agent writes what it finds. */
  Path findings(String item, int attempt) {
    return research(item, attempt).resolve("findings.md");
  }

  /** What the agent is asked to do. */
  Path task(String item, int attempt) {
    return research(item, attempt).resolve("task.md");
  }

  /** The spec of that try. */
  Path enhanced(String item, int attempt) {
    return folder.resolve("specs").resolve(word(item)).resolve("try-" + attempt + ".md");
  }

  private Path research(String item, int attempt) {
    return folder.resolve("research").resolve(word(item)).resolve("try-" + attempt);
  }

  /** Two specs of one project may be in a batch: each has its own place. */
  private static String word(String item) {
    return AgentName.WORD.matcher(item).matches()
        ? item
        : UUID.nameUUIDFromBytes(item.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
