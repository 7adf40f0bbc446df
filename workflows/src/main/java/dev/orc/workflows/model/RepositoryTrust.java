package dev.orc.workflows.model;

import java.util.List;

/**
 * What a repository asks for, beyond naming roles.
 *
 * @param directory the repository's root
 * @param lines all of it, a line each
 * @param missing those that nobody has allowed yet
 */
public record RepositoryTrust(String directory, List<String> lines, List<String> missing) {
  public RepositoryTrust {
    lines = lines == null ? List.of() : List.copyOf(lines);
    missing = missing == null ? List.of() : List.copyOf(missing);
  }
}
