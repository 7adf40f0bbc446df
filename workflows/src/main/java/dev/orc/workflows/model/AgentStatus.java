package dev.orc.workflows.model;

import java.time.Instant;

/**
 * An agent as a person wants to see it.
 *
 * @param state of its life
 * @param detail one line about the state; may be null
 * @param waiting messages in its inbox
 */
public record AgentStatus(
    String role,
    boolean leads,
    String driver,
    AgentState state,
    Instant since,
    String detail,
    int incarnation,
    int restarts,
    int waiting,
    int delivered,
    int commits,
    Instant committedAt,
    Instant reportedAt,
    String lastReport,
    Instant outputAt,
    Instant resetsAt,
    String worktree,
    String branch,
    String window,
    String pane) {}
