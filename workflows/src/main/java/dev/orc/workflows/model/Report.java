package dev.orc.workflows.model;

import java.time.Instant;

/**
 * What an agent tells its orchestration.
 *
 * @param role who reports
 * @param incarnation the life of the agent that reports; an earlier one's is ignored; 0 when a
 *     person reports for it
 * @param to who is asked for authorization, or gets the answer; null otherwise
 * @param inReplyTo the message that an ANSWER answers
 */
public record Report(
    String id,
    String role,
    int incarnation,
    ReportKind kind,
    String text,
    String to,
    String inReplyTo,
    Instant at) {}
