package dev.orc.cli.load;

import dev.orc.cli.api.ApiJson;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The socket of a Claude Code session: connect, one line, close. */
record BareSocket(Path socket) implements BareCall {
  private static final Pattern PLACE =
      Pattern.compile("\"messagingSocketPath\"\\s*:\\s*\"([^\"\\\\]+)\"");

  /** The newest session that names its socket; an older version has none. */
  static Optional<BareCall> find(Path home) throws IOException {
    Path sessions = home.resolve(".claude/sessions");
    if (!Files.isDirectory(sessions)) {
      return Optional.empty();
    }
    List<Path> newestFirst;
    try (Stream<Path> files = Files.list(sessions)) {
      newestFirst =
          files
              .sorted(
                  Comparator.comparingLong((Path file) -> file.toFile().lastModified()).reversed())
              .toList();
    }
    for (Path session : newestFirst) {
      Matcher place = PLACE.matcher(Files.readString(session));
      if (place.find() && Files.exists(Path.of(place.group(1)))) {
        return Optional.of(new BareSocket(Path.of(place.group(1))));
      }
    }
    return Optional.empty();
  }

  @Override
  public void say(String text) throws IOException {
    String line =
        ApiJson.line(Map.of("type", "user", "message", Map.of("role", "user", "content", text)));
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }
}
