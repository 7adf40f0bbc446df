package dev.orc.cli.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a scripted agent noted of one prompt that it took. */
record Receipt(int incarnation, String id, String text, String role) {
  static List<Receipt> read(Path file) throws IOException {
    return Files.exists(file)
        ? Files.readAllLines(file).stream().map(Receipt::of).toList()
        : List.of();
  }

  private static Receipt of(String line) {
    String[] fields = line.split("\t", -1);
    return new Receipt(Integer.parseInt(fields[1]), fields[2], fields[3], fields[4]);
  }
}
