package dev.orc.cli.host;

import dev.orc.cli.api.ApiJson;
import dev.orc.cli.api.Endpoint;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code orc codec}: how the {@code temporal} program reads what is sealed. */
public final class Codec implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "codec", "Let the temporal program of this shell read what is sealed.")
        .example("eval \"$(orc codec)\" && temporal workflow show -w orc/shop");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    Endpoint endpoint = Endpoint.find(here);
    here.say(
        "export TEMPORAL_CODEC_ENDPOINT='http://"
            + endpoint.host()
            + ":"
            + endpoint.port()
            + "/codec'");
    here.say("export TEMPORAL_CODEC_AUTH='Bearer " + viewer(here) + "'");
    return Failure.DONE;
  }

  /** A variable is seen by fewer than an argument; the token that can only look is enough. */
  private static String viewer(CommandContext here) {
    Path file = here.folders().state().resolve("tokens.json");
    try {
      if (ApiJson.readMap(Files.readAllBytes(file)).get("viewer") instanceof String token) {
        return token;
      }
    } catch (IOException unreadable) {
      // Falls through: what is unreadable holds no token either.
    }
    throw Failure.failed(
        "there is no viewer's token in " + file, "Start the worker, which makes it: orc up");
  }
}
