package dev.orc.base.files;

import java.nio.file.Path;
import java.util.Map;

/**
 * What programs take for their user's home: what {@code HOME} says, as in a shell, and not what the
 * table of users says, which is all that Java knows. Stateless.
 */
public final class UserHome {
  private UserHome() {}

  /** Of this process. */
  public static Path here() {
    return of(System.getenv());
  }

  /** Of a program that is started with these variables. */
  public static Path of(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", "");
    return Path.of(home.startsWith("/") ? home : System.getProperty("user.home"));
  }
}
