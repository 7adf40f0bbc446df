package dev.orc.workflows.model;

import java.time.Instant;

/**
 * What is true of one agent on the host right now.
 *
 * @param incarnation the life of the process that was seen
 * @param since since when the condition holds
 * @param window tmux id, as {@code @2}; null when missing
 * @param pane tmux id, as {@code %3}; null when missing
 * @param exitStatus of a program that exited; null otherwise or when nobody knows
 * @param detail one short line: the dialog's label, the limit's text, the signal; never a message
 * @param resetsAt when a usage limit ends; null when it is not limited or the time is unreadable
 * @param commits commits on its branch since the start
 * @param committedAt time of the newest of them; null when there is none
 * @param outputAt when its screen last changed
 * @param broken the turn that broke off last and that nothing has followed yet; null when there is
 *     none
 */
public record Sighting(
    String role,
    int incarnation,
    Condition condition,
    Instant since,
    String window,
    String pane,
    Integer exitStatus,
    String detail,
    Instant resetsAt,
    int commits,
    Instant committedAt,
    Instant outputAt,
    BrokenTurn broken) {}
