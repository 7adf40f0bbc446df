package dev.orc.workflows.model;

/** A team as the text of a file that people edit and give back with {@code --team}. */
public record ExportedTeam(String yaml) {}
