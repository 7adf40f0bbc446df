package dev.orc.cli.api;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.workflows.model.ApiAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where the worker's API is, and the token that it wants. */
public record Endpoint(String host, int port, String token) {

  /**
   * Reads {@code ORC_ADDRESS} and {@code ORC_TOKEN}, else the file that this host's worker wrote.
   */
  public static Endpoint find(CommandContext here) {
    String address = here.variable("ORC_ADDRESS");
    if (address != null) {
      return elsewhere(address, here.variable("ORC_TOKEN"));
    }
    Path file = here.folders().apiFile();
    try {
      ApiAddress found = ApiJson.read(ApiAddress.class, Files.readAllBytes(file));
      if (found == null || found.address() == null || found.port() <= 0) {
        throw new NoAddress(file);
      }
      return new Endpoint(
          found.address(), found.port(), LifeFile.token(here).orElse(found.token()));
    } catch (NoSuchFileException e) {
      throw new WorkerDown();
    } catch (IOException e) {
      throw new NoAddress(file);
    }
  }

  private static Endpoint elsewhere(String address, String token) {
    if (token == null) {
      throw Failure.usage(
          "ORC_ADDRESS is set and ORC_TOKEN is not",
          "Set ORC_TOKEN to the token in that host's api.json");
    }
    try {
      URI uri = URI.create(address);
      if ("http".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
        return new Endpoint(uri.getHost(), uri.getPort(), token);
      }
    } catch (IllegalArgumentException e) {
      throw badAddress(address);
    }
    throw badAddress(address);
  }

  private static Failure badAddress(String address) {
    return Failure.usage(
        "ORC_ADDRESS '" + address + "' is no address of a worker", "Use http://host:port");
  }
}
