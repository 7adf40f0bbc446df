package dev.orc.workflows.model;

/**
 * The git repository being worked on.
 *
 * @param directory its absolute, real path
 * @param branch the starting branch; only an integration moves it
 * @param head the commit that the work starts from
 */
public record Repository(String directory, String branch, String head) {}
