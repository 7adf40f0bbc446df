package dev.orc.workflows.model;

/**
 * Asks for the phases of a Spec Kit directory that a team's lead is to do.
 *
 * @param spec absolute path of the directory
 * @param from specify, plan or tasks: the first phase that is to be done
 * @param review whether a person reviews each phase before it counts
 * @param env the configured environment that the work is for; null for none
 */
public record LedRequest(String spec, String from, boolean review, String env) {}
