package dev.orc.cli.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.NetworkInterface;

/** Whether this process can reach anything but itself. Stateless. */
final class NetworkAlone {
  private NetworkAlone() {}

  static boolean holds() {
    try {
      return NetworkInterface.networkInterfaces().allMatch(NetworkAlone::isLoopback);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String words() {
    return holds() ? "with loopback alone" : "with the machine's network: it allows no other";
  }

  private static boolean isLoopback(NetworkInterface one) {
    try {
      return one.isLoopback() || !one.isUp();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
