package dev.orc.activities.agent;

import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.agent.watch.HostTruth;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.host.tmux.Tmux;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/**
 * What every act on an agent needs of the host.
 *
 * @param drivers by name
 * @param zone in which agents' programs print times of day
 */
public record AgentHost(
    Tmux tmux,
    HostTruth truth,
    Function<String, Optional<Driver>> drivers,
    HostFolders folders,
    Clock clock,
    ZoneId zone) {

  Driver driver(Role role) {
    String name = role.program().driver();
    return drivers
        .apply(name)
        .orElseThrow(
            () ->
                new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "there is no driver '" + name + "' for the role " + role.name(),
                    "name another program for the role, or add the driver's file"));
  }

  Instant now() {
    return clock.instant();
  }
}
