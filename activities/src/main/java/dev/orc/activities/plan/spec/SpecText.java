package dev.orc.activities.plan.spec;

import dev.orc.activities.failure.Refusal.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gets the text out of a spec's file, or says why there is none to be had. Immutable. */
final class SpecText {
  static final int LARGEST = 2 * 1024 * 1024;

  static final SpecText DOCUMENT =
      new SpecText(
          "spec",
          "name a Markdown file with --spec FILE",
          "write into it what is to be built: GOAL: ...");
  static final SpecText MAP =
      new SpecText(
          "spec map",
          "name a JSON file that maps specs to projects",
          "write into it {\"version\": \"1.0\", \"specs\": [...]}");

  private final String noun;
  private final String remedy;
  private final String whenEmpty;

  private SpecText(String noun, String remedy, String whenEmpty) {
    this.noun = noun;
    this.remedy = remedy;
    this.whenEmpty = whenEmpty;
  }

  /** The text with plain newlines and without a byte order mark. */
  String read(Path file) {
    String text = decode(bytes(file), file);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    String plain = text.replace("\r\n", "\n").replace('\r', '\n');
    int zero = plain.indexOf('\0');
    if (zero >= 0) {
      throw SpecRefusal.at(file, line(plain, zero), "not a text: it has NUL bytes", remedy);
    }
    if (plain.isBlank()) {
      throw SpecRefusal.of(Kind.USAGE, file, "is empty", whenEmpty);
    }
    return plain;
  }

  private byte[] bytes(Path file) {
    if (Files.notExists(file)) {
      throw SpecRefusal.missing(file, noun, remedy);
    }
    if (Files.isDirectory(file)) {
      throw SpecRefusal.of(Kind.USAGE, file, "is a folder, not a " + noun, remedy);
    }
    if (!Files.isRegularFile(file)) {
      throw SpecRefusal.of(Kind.USAGE, file, "is not an ordinary file", remedy);
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw tooLarge(file);
      }
      return Files.readAllBytes(file);
    } catch (AccessDeniedException e) {
      throw SpecRefusal.of(Kind.REFUSED, file, "may not be read", "chmod u+r that file");
    } catch (IOException e) {
      throw SpecRefusal.of(Kind.FAILED, file, "can not be read: " + e.getMessage(), "try again");
    }
  }

  static SpecRefusal tooLarge(Path file) {
    return SpecRefusal.of(
        Kind.USAGE,
        file,
        "is larger than 2 MB",
        "keep the spec to what is to be built and let it name the other documents");
  }

  private static String decode(byte[] bytes, Path file) {
    refuseUnmarked(bytes, file);
    Charset charset = charset(bytes);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    out.flip();
    if (result.isError()) {
      throw SpecRefusal.at(
          file,
          line(out, out.length()),
          "not a text in " + (charset.equals(StandardCharsets.UTF_8) ? "UTF-8" : "UTF-16"),
          "save the file as UTF-8, as by: iconv -f LATIN1 -t UTF-8");
    }
    return out.toString();
  }

  /**
   * UTF-16 says which one it is by its mark; without one every other byte of most texts is zero.
   */
  private static void refuseUnmarked(byte[] bytes, Path file) {
    boolean big = bytes.length >= 4 && bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0;
    boolean little =
        bytes.length >= 4 && bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0;
    if (big || little) {
      throw SpecRefusal.at(
          file,
          1,
          "this looks like UTF-16 without a byte order mark",
          "save the file as UTF-8, as by: iconv -f UTF-16" + (big ? "BE" : "LE") + " -t UTF-8");
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

  private static int line(CharSequence text, int end) {
    int line = 1;
    for (int i = 0; i < end; i++) {
      boolean ends = text.charAt(i) == '\n' || text.charAt(i) == '\r' && !crLf(text, i);
      line += ends ? 1 : 0;
    }
    return line;
  }

  private static boolean crLf(CharSequence text, int at) {
    return at + 1 < text.length() && text.charAt(at + 1) == '\n';
  }
}
