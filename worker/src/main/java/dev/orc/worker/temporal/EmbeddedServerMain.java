package dev.orc.worker.temporal;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.internal.testservice.GRPCServerHelper;
import io.temporal.internal.testservice.TestServicesStarter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Temporal's in-memory server as a process of its own on the loopback address, so that a worker may
 * die without it. Everything in it ends with it.
 */
public final class EmbeddedServerMain {
  private EmbeddedServerMain() {}

  /**
   * @param arguments the port to listen on
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int port = Integer.parseInt(arguments[0]);
    try (TestServicesStarter services = new TestServicesStarter(true, 0)) {
      NettyServerBuilder builder =
          NettyServerBuilder.forAddress(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      GRPCServerHelper.registerServicesAndHealthChecks(services.getServices(), builder);
      Server server = builder.build().start();
      System.out.println("listening on 127.0.0.1:" + server.getPort());
      server.awaitTermination();
    }
  }
}
