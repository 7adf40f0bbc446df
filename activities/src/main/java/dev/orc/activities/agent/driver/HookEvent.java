package dev.orc.activities.agent.driver;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One line of a spool file: {@code
 * {"event":"Stop","incarnation":2,"at":1763640000.123,"data":{…}}}.
 *
 * @param event the program's own name for it, as {@code Stop} or {@code UserPromptSubmit}
 * @param data what the program gave to its hook
 */
public record HookEvent(String event, int incarnation, Instant at, JsonNode data) {}
