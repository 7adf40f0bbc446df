package dev.orc.workflows.model;

import java.util.List;

/**
 * What the VERIFY commands of a spec said of merged work, kept by the host at the last integration.
 *
 * @param commands those of the spec; empty where they were not kept
 * @param failed the one that failed; null when all passed
 */
public record VerifyResult(List<String> commands, String failed) {
  public VerifyResult {
    commands = commands == null ? List.of() : List.copyOf(commands);
  }
}
