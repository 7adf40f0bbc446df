package dev.orc.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.orc.activities.failure.Refusal;
import dev.orc.worker.database.Database;
import dev.orc.workflows.model.HostFolders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database of a real development server: looked at, copied, damaged, set back. */
@Timeout(120)
class DatabaseTest {
  private static final int FRAME = 4_096 + 24;

  @TempDir static Path made;
  @TempDir Path home;
  private HostFolders folders;
  private Path file;
  private Path log;
  private Database database;
  private Instant now = Instant.parse("2026-02-28T23:59:59.999Z");
  private final AtomicInteger ticks = new AtomicInteger();

  /** A server has made it and was ended; each test gets it anew. */
  @BeforeAll
  static void makeOne() throws InterruptedException {
    assumeThat(TemporalForTests.program()).isNotNull();
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", made.toString()));
    var unused = ladder(folders).climb();
    TemporalDown.end(folders);
  }

  @BeforeEach
  void haveIt() throws IOException {
    folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    file = new TemporalFolder(folders).database();
    log = Path.of(file + "-wal");
    database = new Database(file, ticking());
    Path from = new TemporalFolder(HostFolders.of(Map.of("ORC_HOME", made.toString()))).database();
    Files.copy(from, file);
    Files.copy(Path.of(from + "-wal"), log);
  }

  @AfterEach
  void endServer() throws InterruptedException {
    TemporalDown.end(folders);
  }

  @Test
  void whatAServerLeftIsSoundAlsoWithItsLogAlone() throws IOException {
    assertThat(database.fault()).isEmpty();
    assertThat(Files.size(log)).as("most of it lies in the log").isGreaterThan(100_000);
  }

  @Test
  void whereNothingEverWasNothingIsDamaged() throws IOException {
    Files.delete(file);
    Files.delete(log);
    assertThat(database.fault()).isEmpty();
    assertThat(database.copy()).isEmpty();
  }

  @Test
  void everyDamageIsSeen() throws IOException {
    assertThat(database.copy()).isPresent();
    byte[] whole = Files.readAllBytes(file);
    byte[] logged = Files.readAllBytes(log);

    Files.write(file, new byte[0]);
    assertThat(database.fault()).contains("it is an empty file");
    Files.write(
        file,
        "no database at all, but long enough to be one"
            .repeat(100)
            .getBytes(StandardCharsets.UTF_8));
    assertThat(database.fault()).contains("it does not begin as a database");
    Files.delete(file);
    assertThat(database.fault()).contains("it is gone");
    Files.write(file, whole);
    Files.delete(log);
    assertThat(database.fault()).contains("nothing is left in it");
    overwrite(log, logged, 40 * FRAME);
    assertThat(database.fault().orElse("")).contains("write-ahead log breaks off");
    overwrite(log, logged, 0);
    assertThat(database.fault().orElse("")).contains("write-ahead log");
    Files.write(log, logged);
    assertThat(database.fault()).isEmpty();
  }

  @Test
  void whatAPowerCutLeavesOfALastTransactionIsNoDamage() throws IOException {
    byte[] logged = Files.readAllBytes(log);
    Files.write(log, java.util.Arrays.copyOf(logged, logged.length - FRAME / 2));
    assertThat(database.fault()).isEmpty();
  }

  @Test
  void aPageThatIsSpoiltIsFoundInTheTablesThemselves() throws IOException {
    foldLogIn();
    assertThat(database.fault()).isEmpty();
    long pages = Files.size(file) / 4_096;
    int found = 0;
    byte[] whole = Files.readAllBytes(file);
    for (int page = 2; page <= pages; page += 7) {
      Files.write(file, whole);
      spoil(file, (page - 1) * 4_096L);
      found += database.fault().isPresent() ? 1 : 0;
    }
    assertThat(found).isGreaterThanOrEqualTo((int) (pages / 7) - 1);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThat(database.fault().orElse("")).contains("torn");
  }

  @Test
  void copiesAreWholeOwnerOnlyAndTheLastFewAreKept() throws IOException {
    for (int i = 0; i < 7; i++) {
      assertThat(database.copy()).isPresent();
    }
    List<Path> copies = copies();
    assertThat(copies).hasSize(5);
    for (Path copy : copies) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
          .isEqualTo("rwx------");
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.resolve("orc.db"))))
          .isEqualTo("rw-------");
      assertThat(copy.resolve("orc.db-wal")).hasSameBinaryContentAs(log);
    }
    Files.write(file, new byte[0]);
    assertThat(database.copy()).as("what is damaged replaces no copy").isEmpty();
    assertThat(copies()).isEqualTo(copies);
  }

  @Test
  void aCopyOfOneThatServesIsSound() throws IOException {
    TemporalServer server = ladder(folders).climb();
    for (int i = 0; i < 3; i++) {
      assertThat(database.copy()).isPresent();
    }
    assertThat(Probe.answers(server.address(), Duration.ofSeconds(5))).isTrue();
    assertThat(database.lastGood()).isEqualTo(database.newest());
  }

  @Test
  void isSetBackToTheLastGoodCopyAndServesAgain() throws IOException, InterruptedException {
    Instant good = database.copy().orElseThrow();
    assertThat(database.copy()).isPresent();
    spoil(copies().get(1).resolve("orc.db"), 0);
    Files.write(file, new byte[0]);
    Ladder ladder = ladder(folders);

    assertThatThrownBy(ladder::climb)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Temporal's database is damaged: it is an empty file")
        .satisfies(
            no ->
                assertThat(((Refusal) no).remedy())
                    .contains("orc up --restore")
                    .contains(DatabaseMain.told(java.util.Optional.of(good))));
    assertThat(said("restore"))
        .contains("is that of 2026-02-28T23:59:59Z")
        .contains("orc resume PROJECT");

    assertThat(database.fault()).isEmpty();
    assertThat(new DatabaseMark(folders).isThere()).isTrue();
    try (Stream<Path> beside = Files.list(file.getParent())) {
      assertThat(beside.filter(one -> one.getFileName().toString().startsWith("damaged-")))
          .singleElement()
          .satisfies(aside -> assertThat(aside.resolve("orc.db")).isEmptyFile());
    }
    assertThat(ladder.climb().kind()).isEqualTo(TemporalServer.Kind.DEVELOPMENT);
    assertThatThrownBy(() -> said("restore")).hasMessageContaining("server runs");
    TemporalDown.end(folders);
    assertThatThrownBy(() -> said("restore")).hasMessageContaining("is sound");
  }

  @Test
  void withoutAnyGoodCopyAnEmptyOneBegins() throws IOException {
    assertThat(database.copy()).isPresent();
    spoil(copies().get(0).resolve("orc.db"), 0);
    Files.write(file, new byte[0]);

    assertThatThrownBy(() -> said("check")).hasMessageContaining("damaged");
    assertThat(said("restore")).contains("no good copy").contains("empty database");

    assertThat(database.fault()).isEmpty();
    assertThat(ladder(folders).climb().kind()).isEqualTo(TemporalServer.Kind.DEVELOPMENT);
  }

  @Test
  void isCopiedOnceADayWhileItIsUp() throws IOException {
    DailyCopies daily = new DailyCopies(folders, ticking());
    daily.look();
    daily.look();
    assertThat(copies()).hasSize(1);
    now = now.plus(Duration.ofHours(25));
    daily.look();
    assertThat(copies()).hasSize(2);
    daily.close();
  }

  private String said(String verb) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DatabaseMain(folders, ticking(), new PrintStream(out, true, StandardCharsets.UTF_8))
        .run(verb);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** As SQLite's own checkpoint does: the pages of the log go to their places. */
  private void foldLogIn() throws IOException {
    byte[] frames = Files.readAllBytes(log);
    try (FileChannel target = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int at = 32; at + FRAME <= frames.length; at += FRAME) {
        ByteBuffer frame = ByteBuffer.wrap(frames, at, FRAME);
        int page = frame.getInt();
        target.write(ByteBuffer.wrap(frames, at + 24, 4_096), (page - 1) * 4_096L);
      }
    }
    Files.delete(log);
  }

  private static void spoil(Path file, long at) throws IOException {
    try (FileChannel target = FileChannel.open(file, StandardOpenOption.WRITE)) {
      target.write(ByteBuffer.wrap(new byte[4_096]), at);
    }
  }

  private static void overwrite(Path file, byte[] content, int at) throws IOException {
    byte[] spoilt = content.clone();
    java.util.Arrays.fill(spoilt, at, at + 64, (byte) 7);
    Files.write(file, spoilt);
  }

  private List<Path> copies() throws IOException {
    try (Stream<Path> all = Files.list(database.copies())) {
      return all.sorted().toList();
    }
  }

  /** A second later whenever it is asked, over the end of a month. */
  private Clock ticking() {
    return new Clock() {
      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.plusSeconds(ticks.getAndIncrement());
      }
    };
  }

  private static Ladder ladder(HostFolders folders) {
    Map<String, String> environment = new HashMap<>();
    environment.put("ORC_HOME", folders.state().getParent().toString());
    environment.put("HOME", folders.state().getParent().toString());
    environment.put("ORC_TEMPORAL_BIN", TemporalForTests.program());
    return new Ladder(folders, TemporalSettings.of("development", null, environment));
  }
}
