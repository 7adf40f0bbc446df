package dev.orc.activities.tell.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * One thing that was done or said: a message, a report, a command that changed something.
 *
 * @param kind as {@code message}, {@code report}, {@code command}
 * @param id of the message, the report or the request
 * @param outcome as {@code delivered}, {@code unknown}, {@code accepted}, {@code refused}
 * @param latencyMillis from when it was sent until the outcome was known; null when unknown
 * @param text what was said; the log keeps its beginning
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEvent(
    Instant at,
    String project,
    String kind,
    String id,
    String from,
    String to,
    String outcome,
    @JsonProperty("latency_ms") Long latencyMillis,
    String text) {}
