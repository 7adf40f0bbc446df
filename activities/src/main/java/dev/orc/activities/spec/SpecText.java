package dev.orc.activities.spec;

import dev.orc.activities.Refusal;
import dev.orc.activities.Refusal.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gets the text out of a spec's file, or says why there is none to be had. Stateless. */
final class SpecText {
  static final int LARGEST = 2 * 1024 * 1024;
  private static final String REMEDY = "name a Markdown file with --spec FILE";

  private SpecText() {}

  static String read(Path file) {
    String text = decode(bytes(file), file);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.indexOf('\0') >= 0) {
      throw new Refusal(Kind.USAGE, file + " is not a text (it has NUL bytes)", REMEDY);
    }
    if (text.isBlank()) {
      throw new Refusal(
          Kind.USAGE, file + " is empty", "write into it what is to be built: GOAL: ...");
    }
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static byte[] bytes(Path file) {
    if (Files.notExists(file)) {
      throw new Refusal(Kind.NOT_FOUND, "there is no spec " + file, REMEDY);
    }
    if (Files.isDirectory(file)) {
      throw new Refusal(Kind.USAGE, file + " is a folder, not a spec", REMEDY);
    }
    if (!Files.isRegularFile(file)) {
      throw new Refusal(Kind.USAGE, file + " is not an ordinary file", REMEDY);
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw new Refusal(
            Kind.USAGE,
            file + " is larger than 2 MB",
            "keep the spec to what is to be built and let it name the other documents");
      }
      return Files.readAllBytes(file);
    } catch (AccessDeniedException e) {
      throw new Refusal(Kind.REFUSED, file + " may not be read", "chmod u+r that file");
    } catch (IOException e) {
      throw new Refusal(Kind.FAILED, file + " can not be read: " + e.getMessage(), "try again");
    }
  }

  private static String decode(byte[] bytes, Path file) {
    try {
      return charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Refusal(
          Kind.USAGE,
          file + " is not a text in UTF-8",
          "save it as UTF-8: iconv -f LATIN1 -t UTF-8");
    }
  }

  private static Charset charset(byte[] bytes) {
    if (bytes.length >= 2) {
      int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
      if (mark == 0xFEFF || mark == 0xFFFE) {
        return StandardCharsets.UTF_16;
      }
    }
    return StandardCharsets.UTF_8;
  }
}
