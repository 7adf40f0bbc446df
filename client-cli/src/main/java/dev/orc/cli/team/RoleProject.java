package dev.orc.cli.team;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project whose own roles count. Stateless. */
final class RoleProject {
  private RoleProject() {}

  /** As the query of a request; empty where a worker elsewhere can not know this directory. */
  static String query(String named, CommandContext here) {
    if (named == null && here.variable("ORC_ADDRESS") != null) {
      return "";
    }
    Path directory = here.directory().resolve(named == null ? "" : named).normalize();
    if (!Files.isDirectory(directory)) {
      throw Failure.notFound(directory + " is no directory", "Name one with --project DIR");
    }
    return "?project=" + ApiClient.part(directory.toString());
  }
}
