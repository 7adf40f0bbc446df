package dev.orc.worker.temporal;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.internal.testservice.GRPCServerHelper;
import io.temporal.internal.testservice.TestServicesStarter;
import io.temporal.internal.testservice.TestWorkflowService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

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
      Server server = start(services, port);
      System.out.println("listening on 127.0.0.1:" + server.getPort());
      server.awaitTermination();
    }
  }

  static Server start(TestServicesStarter services, int port) throws IOException {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    TestWorkflowService workflows = services.getWorkflowService();
    BindableService steady =
        () ->
            ServerInterceptors.intercept(
                workflows, new OvertakenCommands(workflows), new SequencedUpdates());
    GRPCServerHelper.registerServicesAndHealthChecks(
        List.of(services.getOperatorService(), services.getTestService(), steady), builder);
    return builder.build().start();
  }
}
