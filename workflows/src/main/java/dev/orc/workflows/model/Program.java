package dev.orc.workflows.model;

import java.util.List;
import java.util.Map;

/** The program that fills a role: a driver's name and what is added to its command line. */
public record Program(String driver, List<String> arguments, Map<String, String> environment) {
  public Program {
    arguments = arguments == null ? List.of() : List.copyOf(arguments);
    environment = environment == null ? Map.of() : Map.copyOf(environment);
  }

  public static Program of(String driver) {
    return new Program(driver, List.of(), Map.of());
  }
}
