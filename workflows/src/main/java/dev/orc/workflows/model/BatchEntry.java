package dev.orc.workflows.model;

import java.util.List;

/**
 * One project for a batch.
 *
 * @param name what it is called in the batch, and what others depend on it by
 * @param priority higher ones are started first
 * @param dependsOn names of entries that must have completed before it
 */
public record BatchEntry(
    StartRequest start, String name, int priority, List<String> dependsOn, List<String> tags) {
  public BatchEntry {
    dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
    tags = tags == null ? List.of() : List.copyOf(tags);
  }
}
