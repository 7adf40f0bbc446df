package dev.orc.activities.plan.team;

import dev.orc.activities.yaml.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a text that somebody else may have put there: small, UTF-8, in its place. Stateless. */
final class ContainedText {
  static final int LARGEST = 256 * 1024;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private ContainedText() {}

  /** The file's text with plain newlines; a fault and nothing when it can not be had. */
  static Optional<String> read(Path file, Optional<Path> within, List<Fault> faults) {
    try {
      Path real = file.toRealPath();
      if (within.isPresent() && !real.startsWith(within.get().toRealPath())) {
        return fault(file, "it is a link out of the project", "put the file itself there", faults);
      }
      if (!Files.isRegularFile(real)) {
        return fault(file, "it is not a file", "put a text file there", faults);
      }
      byte[] bytes = beginning(real);
      return bytes.length > LARGEST
          ? fault(file, "it is larger than 256 KB", "make it shorter", faults)
          : Optional.of(text(bytes));
    } catch (CharacterCodingException e) {
      return fault(file, "it is not a text in UTF-8", "save it as UTF-8", faults);
    } catch (NoSuchFileException e) {
      return fault(file, "the link leads nowhere", "put the file itself there", faults);
    } catch (IOException e) {
      return fault(file, "it can not be read", "make it readable", faults);
    }
  }

  private static byte[] beginning(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(LARGEST + 1);
    }
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    String plain = text.replace("\r\n", "\n").replace('\r', '\n');
    return !plain.isEmpty() && plain.charAt(0) == BYTE_ORDER_MARK ? plain.substring(1) : plain;
  }

  private static Optional<String> fault(Path file, String what, String right, List<Fault> faults) {
    faults.add(new Fault(file, 1, what, right));
    return Optional.empty();
  }
}
