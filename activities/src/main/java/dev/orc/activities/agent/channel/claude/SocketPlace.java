package dev.orc.activities.agent.channel.claude;

import dev.orc.activities.agent.channel.ChannelFailure;
import dev.orc.base.text.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * Where the socket of one life lies: in its folder, or, where that path is longer than a socket's
 * may be, in a folder of the same owner's in the temporary one. Immutable.
 */
record SocketPlace(Path socket) {
  /** The program takes no longer one. */
  private static final int LONGEST_BYTES = 103;

  static SocketPlace of(Path folder) {
    Path inside = folder.resolve("claude.sock");
    if (inside.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES) {
      return new SocketPlace(inside);
    }
    String name = Digest.of(folder.toString()).substring(0, 24) + ".sock";
    return new SocketPlace(
        Path.of(System.getProperty("java.io.tmpdir"))
            .resolve("orc-" + System.getProperty("user.name"))
            .resolve(name));
  }

  /** Makes the folder, which must be its owner's alone, and removes an old socket. */
  void prepare() throws ChannelFailure {
    Path folder = socket.getParent();
    try {
      if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
      boolean ours =
          Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
              && Objects.equals(Files.getOwner(folder).getName(), System.getProperty("user.name"));
      if (!ours || !rights.equals("rwx------")) {
        throw new ChannelFailure("the folder of its socket is not its owner's alone: " + folder);
      }
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      throw new ChannelFailure("its socket can not be at " + socket + ": " + e.getMessage(), e);
    }
  }
}
