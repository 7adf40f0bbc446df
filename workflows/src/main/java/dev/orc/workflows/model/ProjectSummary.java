package dev.orc.workflows.model;

import java.time.Instant;

/**
 * The story of a project.
 *
 * @param phase null while it does not answer
 * @param at when it was written: at its end, or now
 * @param file where the host keeps it; null while the project runs
 * @param text Markdown
 */
public record ProjectSummary(String project, Phase phase, Instant at, String file, String text) {}
