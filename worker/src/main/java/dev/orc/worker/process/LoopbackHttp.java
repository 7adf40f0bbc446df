package dev.orc.worker.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Opens the HTTP servers of this process, on the loopback address alone. The JDK reads their limits
 * once in a process's life, when the first server is made, so whoever opens one gets it from here.
 */
public final class LoopbackHttp {
  /** A client that has not said all of its request by then is cut off: it holds a thread. */
  private static final int REQUEST_SECONDS = 10;

  static {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxReqTime", String.valueOf(REQUEST_SECONDS));
  }

  private LoopbackHttp() {}

  /**
   * @param port 0 for a free one
   * @param backlog how many may wait to be let in
   */
  public static HttpServer open(int port, int backlog) throws IOException {
    return HttpServer.create(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), backlog);
  }
}
