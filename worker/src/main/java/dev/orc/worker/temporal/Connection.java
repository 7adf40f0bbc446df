package dev.orc.worker.temporal;

import com.uber.m3.tally.Scope;
import io.grpc.Deadline;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.serviceclient.RpcRetryOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The host's connections to its Temporal: a patient one for the workers, which outlast a server
 * that is away, and an impatient one for requests, whose callers wait. Thread-safe.
 */
public final class Connection implements AutoCloseable {
  private static final Duration QUERY = Duration.ofSeconds(3);

  private final TemporalServer server;
  private final String namespace;
  private final WorkflowServiceStubs patient;
  private final WorkflowServiceStubs impatient;
  private final WorkflowClient workers;
  private final WorkflowClient requests;

  private Connection(
      TemporalServer server,
      Profile profile,
      DataConverter converter,
      String identity,
      Scope metrics) {
    this.server = server;
    this.namespace = profile.namespace();
    this.patient =
        WorkflowServiceStubs.newServiceStubs(
            stubs(server, profile).setMetricsScope(metrics).build());
    this.impatient =
        WorkflowServiceStubs.newServiceStubs(
            stubs(server, profile)
                .setMetricsScope(metrics)
                .setRpcTimeout(QUERY)
                .setRpcQueryTimeout(QUERY)
                .setRpcRetryOptions(
                    RpcRetryOptions.newBuilder()
                        .setMaximumAttempts(1)
                        .setExpiration(QUERY)
                        .validateBuildWithDefaults())
                .build());
    WorkflowClientOptions options =
        WorkflowClientOptions.newBuilder()
            .setNamespace(namespace)
            .setDataConverter(converter)
            .setIdentity(identity)
            .build();
    this.workers = WorkflowClient.newInstance(patient, options);
    this.requests = WorkflowClient.newInstance(impatient, options);
  }

  /**
   * Connects, and makes the server ready for orchestrations.
   *
   * @param metrics takes what the SDK counts
   */
  public static Connection open(
      TemporalServer server,
      Profile profile,
      DataConverter converter,
      String identity,
      Scope metrics) {
    Connection connection = new Connection(server, profile, converter, identity, metrics);
    try {
      connection.prepareServer();
      return connection;
    } catch (RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  /** Makes a new or restarted server ready for orchestrations. */
  public void prepareServer() {
    ServerReadiness.awaitNamespace(patient.getRawChannel(), server, namespace);
    SearchAttributes.register(patient.getRawChannel(), namespace);
    if (server.kind() == TemporalServer.Kind.DEVELOPMENT) {
      Retention.raise(patient.getRawChannel(), namespace);
    }
  }

  public TemporalServer server() {
    return server;
  }

  public String namespace() {
    return namespace;
  }

  /** For the workers: its calls are retried for as long as it takes. */
  public WorkflowClient workers() {
    return workers;
  }

  /** For requests: one attempt of three seconds a call. */
  public WorkflowClient requests() {
    return requests;
  }

  /** Whether the server answers within a second. */
  public boolean reachable() {
    try {
      return impatient
          .blockingStub()
          .withDeadline(Deadline.after(1, TimeUnit.SECONDS))
          .getSystemInfo(GetSystemInfoRequest.getDefaultInstance())
          .isInitialized();
    } catch (StatusRuntimeException away) {
      return false;
    }
  }

  @Override
  public void close() {
    impatient.shutdownNow();
    patient.shutdownNow();
  }

  private static WorkflowServiceStubsOptions.Builder stubs(TemporalServer server, Profile profile) {
    if (server.kind() == TemporalServer.Kind.PROFILE) {
      return profile.stubs();
    }
    WorkflowServiceStubsOptions.Builder stubs =
        WorkflowServiceStubsOptions.newBuilder().setTarget(server.address());
    return server.kind() == TemporalServer.Kind.EMBEDDED
        ? stubs.addGrpcClientInterceptor(new WithoutStickiness())
        : stubs;
  }
}
