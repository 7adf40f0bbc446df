package dev.orc.worker.api;

import dev.orc.activities.agent.LifeTokens;
import dev.orc.worker.orchestration.Caller;
import dev.orc.worker.orchestration.Rights;
import java.util.Optional;

/** Knows who asks by the token, and what an agent may ask for. Thread-safe. */
final class Callers {
  private final Tokens tokens;
  private final LifeTokens lives;
  private final Rights rights;

  Callers(Tokens tokens, LifeTokens lives, Rights rights) {
    this.tokens = tokens;
    this.lives = lives;
    this.rights = rights;
  }

  /** What the Authorization header gives; nothing when it holds no token of ours. */
  Optional<Access> access(String header) {
    return tokens
        .access(header)
        .or(() -> lives.of(Tokens.bearer(header)).map(life -> new Access(false, new Caller(life))));
  }

  /** Agents change what they may change, where they may. */
  void require(Access access, Router.Match match) {
    if (!match.route().method().equals("GET")) {
      rights.require(access.caller(), match.route().deed(), match.words().get("project"));
    }
  }
}
