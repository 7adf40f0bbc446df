package dev.orc.workflows.model;

import java.util.List;

/**
 * Asks what a repository wants to have run, or allows it.
 *
 * @param directory absolute path in the repository
 * @param spec absolute path of the spec whose commands count too; null for none
 * @param lines those that are allowed, exactly as they were shown
 */
public record TrustRequest(
    String id, String by, String directory, String spec, List<String> lines) {
  public TrustRequest {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }
}
