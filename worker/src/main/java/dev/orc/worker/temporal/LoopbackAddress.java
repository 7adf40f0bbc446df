package dev.orc.worker.temporal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/**
 * Where something listens that only the worker is to find: anywhere in 127.0.0.0/8, where the
 * system has all of it. A web page can have a name of its own lead to an address that it knows, and
 * not try out sixteen millions. Stateless.
 */
final class LoopbackAddress {
  static final String USUAL = "127.0.0.1";
  private static final int HIGHEST = 254;

  private LoopbackAddress() {}

  static String hidden() {
    SecureRandom random = new SecureRandom();
    String address =
        "127."
            + (1 + random.nextInt(HIGHEST))
            + "."
            + (1 + random.nextInt(HIGHEST))
            + "."
            + (1 + random.nextInt(HIGHEST));
    try (ServerSocket there = new ServerSocket(0, 1, InetAddress.getByName(address))) {
      return there.getLocalPort() > 0 ? address : USUAL;
    } catch (IOException notHere) {
      return USUAL;
    }
  }
}
