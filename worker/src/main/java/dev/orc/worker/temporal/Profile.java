package dev.orc.worker.temporal;

import dev.orc.activities.failure.Refusal;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.util.Map;

/** Temporal's own profile: {@code temporal.toml} and the {@code TEMPORAL_} variables. Immutable. */
public final class Profile {
  private final ClientConfigProfile profile;

  private Profile(ClientConfigProfile profile) {
    this.profile = profile;
  }

  static Profile of(Map<String, String> environment) {
    try {
      return new Profile(
          ClientConfigProfile.load(
              LoadClientConfigProfileOptions.newBuilder().setEnvOverrides(environment).build()));
    } catch (IOException | RuntimeException unreadable) {
      throw new Refusal(
          Refusal.Kind.USAGE,
          "Temporal's profile can not be read: " + unreadable.getMessage(),
          "correct temporal.toml or the TEMPORAL_ variables");
    }
  }

  /** Whether it names a server. */
  boolean named() {
    return profile.getAddress() != null && !profile.getAddress().isBlank();
  }

  String address() {
    return profile.getAddress();
  }

  String namespace() {
    String name = profile.getNamespace();
    return name == null || name.isBlank() ? "default" : name;
  }

  /** TLS, API key and headers, as the profile says. */
  WorkflowServiceStubsOptions.Builder stubs() {
    return WorkflowServiceStubsOptions.newBuilder(profile.toWorkflowServiceStubsOptions());
  }
}
