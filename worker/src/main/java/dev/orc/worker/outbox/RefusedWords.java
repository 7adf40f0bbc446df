package dev.orc.worker.outbox;

import com.fasterxml.jackson.core.JacksonException;
import dev.orc.base.files.PrivateFiles;
import dev.orc.base.text.CleanText;
import dev.orc.worker.process.Json;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Spooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Words that were refused for good: each lies in {@code outbox/refused} beside the reason, until a
 * person deletes it. People are told of each once, with its text; what a worker that died did not
 * tell the next one tells. Thread-safe.
 */
public final class RefusedWords {
  private static final Logger LOG = LoggerFactory.getLogger(RefusedWords.class);
  private static final String WORDS = ".json";
  private static final String REASON = ".reason";
  private static final String TOLD = ".told";
  private static final int SHOWN = 20;
  private static final int LONGEST_TEXT = 4_000;

  private final Path folder;
  private final Consumer<Need> teller;

  /**
   * @param teller tells people, each need once
   */
  public RefusedWords(HostFolders folders, Consumer<Need> teller) {
    this.folder = folders.outbox().resolve("refused");
    this.teller = teller;
  }

  void open() throws IOException {
    PrivateFiles.createFolder(folder);
  }

  /** Moves the words aside and tells; false when they had to stay where they are. */
  boolean add(Path file, String reason) {
    Path target = folder.resolve(file.getFileName());
    try {
      open();
      PrivateFiles.replace(beside(target, REASON), reason + "\n");
      Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException cannot) {
      LOG.error("{} can not be moved aside", file.getFileName(), cannot);
      return false;
    }
    LOG.warn("{} was refused: {}", file.getFileName(), reason);
    tell(target);
    return true;
  }

  /** What nobody has been told of yet, because it could not be told or the worker died before. */
  void tellTheRest() {
    all().stream().filter(file -> !Files.exists(beside(file, TOLD))).forEach(this::tell);
  }

  /** How many there are. */
  public int size() {
    return all().size();
  }

  /** Those that were for the project, as needs; the oldest first, and not without end. */
  public List<Need> of(String project) {
    List<Need> needs = new ArrayList<>();
    for (Path file : all()) {
      if (needs.size() < SHOWN) {
        needOf(file).filter(need -> need.project().equals(project)).forEach(needs::add);
      }
    }
    return needs;
  }

  private void tell(Path file) {
    try {
      needOf(file).forEach(teller);
      PrivateFiles.replace(beside(file, TOLD), "");
    } catch (IOException | RuntimeException cannot) {
      LOG.error("{} can not be told; it is tried again", file.getFileName(), cannot);
    }
  }

  private List<Path> all() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(WORDS)).sorted().toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException cannot) {
      throw new UncheckedIOException("cannot list " + folder, cannot);
    }
  }

  /** None when a person deletes it right now. */
  private Stream<Need> needOf(Path file) {
    try {
      Path reason = beside(file, REASON);
      String why = Files.exists(reason) ? Files.readString(reason).strip() : "nobody knows why";
      String text = Files.readString(file);
      Need need = need(file, spooled(text), text, why);
      return Stream.of(need);
    } catch (NoSuchFileException deleted) {
      return Stream.empty();
    } catch (IOException cannot) {
      throw new UncheckedIOException("cannot read " + file, cannot);
    }
  }

  private static Need need(Path file, Spooled said, String raw, String why) throws IOException {
    String name = file.getFileName().toString();
    String project = said == null || said.project() == null ? "outbox" : said.project();
    String by = said == null ? null : speaker(said);
    return new Need(
        "refused-words/" + name.substring(0, name.length() - WORDS.length()),
        project,
        null,
        "what "
            + (by == null ? "somebody" : CleanText.oneLine(by, 60))
            + " said while the worker was down was refused: "
            + CleanText.oneLine(why, 300),
        "say it again if it still counts, then delete " + file,
        Files.getLastModifiedTime(file).toInstant(),
        cut(CleanText.forTerminal(said == null ? raw : words(said))));
  }

  private static Spooled spooled(String text) {
    try {
      return Json.lenient().readValue(text, Spooled.class);
    } catch (JacksonException noJson) {
      return null;
    }
  }

  private static String speaker(Spooled said) {
    if (said.message() != null) {
      return said.message().from();
    }
    if (said.report() != null) {
      return said.report().role();
    }
    return said.checkIn() == null ? null : said.checkIn().from();
  }

  private static String words(Spooled said) {
    if (said.message() != null) {
      Message message = said.message();
      String text = message.text() == null ? "the text in " + message.file() : message.text();
      return "To " + message.to() + ":\n" + text;
    }
    if (said.report() != null) {
      return "Report " + said.report().kind() + ":\n" + said.report().text();
    }
    return said.checkIn() == null
        ? "(no words)"
        : "Check-in for " + said.checkIn().to() + ":\n" + said.checkIn().note();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }

  private static Path beside(Path file, String suffix) {
    return Path.of(file + suffix);
  }
}
