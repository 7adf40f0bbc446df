package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.YesOrNo;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.RepositoryTrust;
import dev.orc.workflows.model.Started;
import dev.orc.workflows.model.TrustRequest;
import java.util.List;

/** Asks a person whether a repository may have run what it asks for. Stateless. */
final class Trusting {
  private Trusting() {}

  /**
   * Shows what nobody has allowed yet and asks, where somebody can answer; where nobody can, the
   * worker refuses the start and says what to type.
   */
  static void ask(ApiClient api, CommandContext here, Started planned) {
    List<String> asked = planned.asked();
    if (asked.isEmpty() || !YesOrNo.canBeAsked(here)) {
      return;
    }
    here.say(Clean.line(planned.directory() + " asks to have run on this host:"));
    asked.forEach(line -> here.say("  " + Clean.line(line)));
    if (!YesOrNo.ask(here, "Allow it? It is asked once, and again when it changes.")) {
      throw new Failure(
          Failure.REFUSED, "it was not allowed, and nothing was started", "See: orc trust --show");
    }
    var unused = allow(api, here, planned.directory(), null, asked);
  }

  static RepositoryTrust shown(ApiClient api, CommandContext here, String directory, String spec) {
    return api.post(RepositoryTrust.class, "/v1/trust/show", request(here, directory, spec));
  }

  /** Allows what was shown, and nothing that came since. */
  static RepositoryTrust allowed(
      ApiClient api, CommandContext here, RepositoryTrust shown, String spec) {
    return shown.missing().isEmpty()
        ? shown
        : allow(api, here, shown.directory(), spec, shown.missing());
  }

  static TrustRequest request(CommandContext here, String directory, String spec) {
    return new TrustRequest(CallerIds.next(), Projects.caller(here), directory, spec, List.of());
  }

  private static RepositoryTrust allow(
      ApiClient api, CommandContext here, String directory, String spec, List<String> lines) {
    return api.post(
        RepositoryTrust.class,
        "/v1/trust/allow",
        new TrustRequest(CallerIds.next(), Projects.caller(here), directory, spec, lines));
  }
}
