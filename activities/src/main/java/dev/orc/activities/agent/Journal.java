package dev.orc.activities.agent;

import dev.orc.workflows.model.AgentName;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers on disk how far every delivery has come. Thread-safe. */
final class Journal {
  private final Path folder;
  private final Map<AgentName, RoleJournal> roles = new ConcurrentHashMap<>();

  Journal(Path folder) {
    this.folder = folder;
  }

  RoleJournal of(AgentName agent) {
    return roles.computeIfAbsent(
        agent,
        name -> new RoleJournal(folder.resolve(name.project()).resolve(name.role() + ".jsonl")));
  }
}
