package dev.orc.activities.tell.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.NoticeTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir Path folder;
  private final List<Notices> opened = new ArrayList<>();
  private HostFolders folders;
  private Path told;

  @BeforeEach
  void prepare() {
    folders = HostFolders.of(Map.of("ORC_HOME", folder.toString()));
    told = folder.resolve("told");
  }

  @AfterEach
  void close() {
    opened.forEach(Notices::close);
  }

  @Test
  void tellsANeedOnceAlsoAfterARestart() {
    Notices notices = open(writing("exit 0"));
    notices.tell(need("n1", "what; $(touch x)\u001b[31m\nis it"));
    notices.tell(need("n1", "what; $(touch x)\u001b[31m\nis it"));
    awaitTold(1);
    notices.close();
    Notices next = open(writing("exit 0"));
    next.tell(need("n1", "again"));
    next.tell(need("n2", "other"));
    awaitLines(2);
    assertThat(told)
        .hasContent(
            "n1|p|developer|what; $(touch x) is it|do it|x y\nn2|p|developer|other|do it|x y\n");
    assertThat(listed()).filteredOn(line -> line.contains("LISTED")).hasSize(2);
  }

  @Test
  void endsAreToldTooUnlessNobodyWantsToHearOfThem() {
    Notices notices = open(writing("exit 0"));
    notices.tell(end("p", AT));
    awaitTold(1);
    assertThat(told).content().contains("completed after 3 min");
    notices.close();
    Notices quiet = silent(writing("exit 0"));
    quiet.tell(end("q", AT));
    quiet.tell(need("n1", "what"));
    awaitLines(2);
    assertThat(told).content().doesNotContain("q|").contains("n1|");
    await("settled", () -> quiet.all().stream().allMatch(status -> status.untold().isEmpty()));
    assertThat(quiet.all()).hasSize(3);
  }

  @Test
  void anEndIsPutIntoWordsOfItsOwn() {
    Notice one = new NoticeText(folders, "h1").of(List.of(end("p", AT)));
    assertThat(one.subject()).isEqualTo("[orc] p: completed after 3 min: all of it");
    assertThat(one.body())
        .contains("has ended", "orc completed p")
        .doesNotContain("needs a person");
    Notice many = new NoticeText(folders, "h1").of(List.of(end("p", AT), end("q", AT)));
    assertThat(many.subject()).isEqualTo("[orc] 2 orchestrations have ended on h1");
  }

  @Test
  void theSameNeedOfAnotherProjectOrAnotherTimeIsToldToo() {
    Notices notices = open(writing("exit 0"));
    notices.tell(need("gone/developer", "crashed"));
    notices.tell(new Need("gone/developer", "other", "developer", "crashed", "do it", AT));
    notices.tell(
        new Need("gone/developer", "p", "developer", "crashed", "do it", AT.plusSeconds(60)));
    awaitLines(3);
  }

  @Test
  void withoutASinkItIsListedOnceAndNotToldByOneThatComesLater() {
    Notices notices = open();
    notices.tell(need("n1", "what"));
    notices.tell(need("n1", "what"));
    assertThat(listed()).singleElement().asString().contains("\"n1\"", "2026-01-02T03:04:05Z");
    open(writing("exit 0")).tell(need("n2", "other"));
    awaitLines(1);
    assertThat(told).content().startsWith("n2|");
  }

  @Test
  void whatFailsIsTriedAgainAndKeepsNobodyWaiting() {
    Path door = folder.resolve("door");
    Recording other = new Recording("other");
    Notices notices = open(writing("test -e " + door), other);
    notices.tell(need("n1", "what"));
    await("the other sink is told", () -> other.told.size() == 1);
    await("it was tried twice", () -> lines(told).size() >= 2);
    write(door);
    await(
        "it is settled",
        () ->
            listed().stream().anyMatch(line -> line.contains("TOLD") && line.contains("command")));
    assertThat(other.told).hasSize(1);
  }

  @Test
  void theNextWorkerTellsWhatTheLastOneCouldNot() {
    Notices first = open(writing("exit 3"));
    first.tell(need("n1", "what"));
    awaitLines(1);
    first.close();
    int before = lines(told).size();
    open(writing("exit 0"));
    awaitLines(before + 1);
    await("it is settled", () -> listed().stream().anyMatch(line -> line.contains("TOLD")));
  }

  @Test
  void manyAtATimeComeAsADigest() {
    Recording sink = new Recording("mail");
    Notices notices = open(sink);
    sink.hold();
    IntStream.rangeClosed(1, 40).forEach(n -> notices.tell(need("n" + n, "thing " + n)));
    sink.letGo();
    await(
        "all are told",
        () -> sink.told.stream().mapToInt(notice -> notice.needs().size()).sum() == 40);
    assertThat(sink.told).hasSizeLessThanOrEqualTo(3);
    Notice digest = sink.told.get(sink.told.size() - 1);
    assertThat(digest.subject()).matches("\\[orc] [0-9]+ things need you on h1");
    assertThat(digest.body()).contains("- p:developer: thing 40", "    do it");
  }

  @Test
  void whatCanNotBeToldForLongIsGivenUpAndStaysListed() {
    Teller.Rules rules =
        new Teller.Rules(
            new DigestRules(5, Duration.ofMinutes(10)),
            Duration.ofMillis(5),
            Duration.ofMillis(5),
            Duration.ofMillis(40));
    NoticeCommand failing = writing("exit 1");
    Notices notices = Notices.with(folders, "h1", List.of(failing), rules, Clock.systemUTC());
    opened.add(notices);
    notices.tell(need("n1", "what"));
    await("it is given up", () -> listed().stream().anyMatch(line -> line.contains("GIVEN_UP")));
    int tries = lines(told).size();
    notices.tell(need("n2", "other"));
    awaitLines(tries + 1);
    assertThat(lines(told).get(tries)).startsWith("n2|");
  }

  @Test
  void aCommandThatHangsIsEndedAndSaidSo() throws InterruptedException {
    NoticeCommand hanging =
        new NoticeCommand("slow", List.of("sleep", "100"), Map.of(), Duration.ofMillis(200));
    assertThat(open(hanging).test().get(0).fault()).contains("took longer");
  }

  @Test
  void aTestSaysWhichSinkDoesNotWork() throws InterruptedException {
    List<NoticeTest> answers = open(writing("echo no way; exit 3"), new Recording("other")).test();
    assertThat(answers).contains(new NoticeTest("other", null));
    assertThat(answers.get(0).fault()).contains("exited with 3: no way");
    assertThat(listed()).isEmpty();
  }

  @Test
  void aTornLineIsLeftOut() throws IOException {
    open().tell(need("n1", "what"));
    Files.writeString(file(), Files.readString(file()) + "{\"step\":\"LIS\n");
    open().tell(need("n1", "what"));
    assertThat(listed()).hasSize(2);
  }

  @Test
  void whatIsOldAndToldIsForgotten() throws IOException {
    Clock past = Clock.fixed(Instant.now().minus(Duration.ofDays(40)), java.time.ZoneOffset.UTC);
    NoticeBook old = new NoticeBook(file(), past);
    assertThat(old.list(need("n1", "told"), java.util.Set.of("mail"))).isTrue();
    assertThat(old.list(need("n2", "untold"), java.util.Set.of("mail"))).isTrue();
    old.told("mail", List.of(need("n1", "told")));
    NoticeBook now = new NoticeBook(file(), Clock.systemUTC());
    assertThat(now.untold("mail")).extracting(Need::id).containsExactly("n2");
    assertThat(listed()).singleElement().asString().contains("n2");
  }

  @Test
  void aPersonsOwnTemplateCounts() throws IOException {
    Path own = folders.config().resolve("templates");
    Files.createDirectories(own);
    Files.writeString(own.resolve("notice.txt"), "Hello! {{who}} wants: {{need}}{{story}}");
    Recording sink = new Recording("mail");
    open(sink).tell(new Need("n", "p", null, "help", "do", AT, "first {{who}}\nthen"));
    await("it is told", () -> sink.told.size() == 1);
    assertThat(sink.told.get(0).body()).isEqualTo("Hello! p wants: help\nfirst {{who}}\nthen\n");
  }

  @Test
  void anOwnTemplateThatCanNotBeFilledLosesNoNotice() throws IOException {
    Path own = folders.config().resolve("templates");
    Files.createDirectories(own);
    Files.writeString(own.resolve("notice.txt"), "Hello {{whom}}");
    Recording sink = new Recording("mail");
    open(sink).tell(need("n1", "help"));
    await("it is told", () -> sink.told.size() == 1);
    assertThat(sink.told.get(0).body()).contains("p:developer on h1 needs a person.", "help");
  }

  /** Keeps what it is told; may be held so that more comes together. */
  private static final class Recording implements Sink {
    private final String name;
    private final List<Notice> told = new CopyOnWriteArrayList<>();
    private final java.util.concurrent.Semaphore door = new java.util.concurrent.Semaphore(1_000);

    Recording(String name) {
      this.name = name;
    }

    void hold() {
      door.drainPermits();
    }

    void letGo() {
      door.release(1_000);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void tell(Notice notice) throws InterruptedException {
      door.acquire();
      told.add(notice);
    }
  }

  private Notices open(Sink... sinks) {
    return open(true, sinks);
  }

  /** Whose people do not want to hear of ends. */
  private Notices silent(Sink... sinks) {
    return open(false, sinks);
  }

  private Notices open(boolean ends, Sink... sinks) {
    Teller.Rules rules =
        new Teller.Rules(
            new DigestRules(5, Duration.ofSeconds(1)),
            Duration.ofMillis(20),
            Duration.ofMillis(40),
            Duration.ofHours(1));
    Notices notices = Notices.with(folders, "h1", List.of(sinks), ends, rules, Clock.systemUTC());
    opened.add(notices);
    return notices;
  }

  private static Need end(String project, Instant at) {
    return Need.end(
        project, "completed after 3 min: all of it", "orc completed " + project, at, "2 commits");
  }

  private NoticeCommand writing(String end) {
    String line = "$ORC_NEED_ID|$ORC_PROJECT|$ORC_ROLE|$ORC_NEED|$ORC_REMEDY|$MORE";
    String script = "echo \"" + line + "\" >> \"$0\"; " + end;
    return new NoticeCommand(
        "command",
        List.of("/bin/sh", "-c", script, told.toString()),
        Map.of("MORE", "x y"),
        Duration.ofSeconds(10));
  }

  private void awaitTold(int count) {
    await(
        count + " are settled",
        () -> listed().stream().filter(line -> line.contains("TOLD")).count() == count);
  }

  private void awaitLines(int count) {
    await(count + " lines are told", () -> lines(told).size() >= count);
  }

  private static void await(String what, BooleanSupplier so) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as("never: " + what).isLessThan(end);
      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }
  }

  private List<String> listed() {
    return lines(file());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Path file() {
    return folders.state().resolve("notices.jsonl");
  }

  private static Need need(String id, String what) {
    return new Need(id, "p", "developer", what, "do it", AT);
  }
}
