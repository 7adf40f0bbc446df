package dev.orc.workflows.model;

/**
 * What is known of an orchestration's end without an agent.
 *
 * @param file the host's file with it
 * @param text Markdown
 */
public record Analysis(String file, String text) {}
