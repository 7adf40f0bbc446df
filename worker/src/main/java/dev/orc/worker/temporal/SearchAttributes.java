package dev.orc.worker.temporal;

import dev.orc.activities.failure.Refusal;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What operators filter orchestrations by. They must be known to the server before the first run
 * names one: an unknown one stops the run. Stateless.
 */
public final class SearchAttributes {
  /** All of them keywords. */
  public static final List<String> NAMES =
      List.of("OrcHost", "OrcPhase", "OrcTeamType", "OrcBatch");

  private SearchAttributes() {}

  /** Registers those that the server does not know yet. */
  static void register(Channel channel, String namespace) {
    Set<String> known = known(channel, namespace);
    for (String name : NAMES) {
      if (!known.contains(name)) {
        add(channel, namespace, name);
      }
    }
  }

  /** What the server lists; nothing where it can not list. */
  private static Set<String> known(Channel channel, String namespace) {
    try {
      return stub(channel)
          .listSearchAttributes(
              ListSearchAttributesRequest.newBuilder().setNamespace(namespace).build())
          .getCustomAttributesMap()
          .keySet();
    } catch (StatusRuntimeException cannotList) {
      if (cannotList.getStatus().getCode() == Status.Code.UNAVAILABLE) {
        throw cannotList;
      }
      return Set.of();
    }
  }

  private static void add(Channel channel, String namespace, String name) {
    AddSearchAttributesRequest request =
        AddSearchAttributesRequest.newBuilder()
            .setNamespace(namespace)
            .putSearchAttributes(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
            .build();
    try {
      stub(channel).addSearchAttributes(request);
    } catch (StatusRuntimeException refused) {
      boolean already = refused.getStatus().getCode() == Status.Code.ALREADY_EXISTS;
      if (!already) {
        throw new Refusal(
            Refusal.Kind.NO_SERVER,
            "Temporal does not take the search attribute "
                + name
                + ": "
                + refused.getStatus().getCode(),
            "temporal operator search-attribute create --name " + name + " --type Keyword");
      }
    }
  }

  private static OperatorServiceGrpc.OperatorServiceBlockingStub stub(Channel channel) {
    return OperatorServiceGrpc.newBlockingStub(channel).withDeadlineAfter(10, TimeUnit.SECONDS);
  }
}
