package dev.orc.activities.agent.watch;

import java.nio.file.Path;
import java.time.Instant;

/**
 * Where to count an agent's commits.
 *
 * @param base the commit they are counted from
 * @param outputAt the agent's last output; null when there was none
 */
record CommitPlace(Path worktree, String base, Instant outputAt) {}
