package dev.orc.activities.plan.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.SpecFault;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SpecReaderTest {
  @TempDir Path folder;
  private final SpecReader reader = new SpecReader();

  @Test
  void readsKeyLinesInAnyOrder() {
    SpecDocument spec =
        read(
            """
            GOAL: Build a calculator.
            It can add.

            VERIFY: mvn -q test
            PROJECT: Calculator
            CONSTRAINTS:
            - Java only,
              version 17
            - no network
            SUCCESS CRITERIA:
            1. 1 + 1 is 2
            2) tests pass
            **Deliverables:** a jar
            """);

    assertThat(spec.title()).isEqualTo("Calculator");
    assertThat(spec.goal()).isEqualTo("Build a calculator.\nIt can add.");
    assertThat(spec.verify()).containsExactly("mvn -q test");
    assertThat(spec.constraints()).containsExactly("Java only, version 17", "no network");
    assertThat(spec.criteria()).containsExactly("1 + 1 is 2", "tests pass");
    assertThat(spec.deliverables()).containsExactly("a jar");
    assertThat(spec.requirements()).isEmpty();
  }

  @Test
  void readsHeadingsWithPartsAndForeignSections() {
    SpecDocument spec =
        read(
            """
            # Calculator

            ## Goal
            Build it.

            ## Requirements
            - [ ] adds
            ### Later
            - [x] subtracts

            ## Background
            - nothing of this is a requirement

            ## Success Criteria ##
            * works

            ## TYPE: web_application
            ## Phases
            - one
            - two
            ## Target
            Linux
            """);

    assertThat(spec.title()).isEqualTo("Calculator");
    assertThat(spec.goal()).isEqualTo("Build it.");
    assertThat(spec.requirements()).containsExactly("adds", "subtracts");
    assertThat(spec.criteria()).containsExactly("works");
    assertThat(spec.type()).isEqualTo("web_application");
    assertThat(spec.target()).isEqualTo("Linux");
    assertThat(spec.phases()).containsExactly("one", "two");
  }

  @Test
  void readsCommandsFromBulletsCodeAndFences() {
    SpecDocument spec =
        read(
            """
            ## VERIFY
            - `mvn test`
            $ ./check --all
            ```sh
            # a comment
            ./one && \\
              ./two
            - keeps-this-dash
            ## not a heading
            ```
            """);

    assertThat(spec.verify())
        .containsExactly("mvn test", "./check --all", "./one && ./two", "- keeps-this-dash");
  }

  @Test
  void takesADocumentWithoutSectionsAsTheGoal() {
    SpecDocument spec = read("Make it better.\n");
    assertThat(spec.title()).isEqualTo("todo");
    assertThat(spec.goal()).isEqualTo("Make it better.");
  }

  @Test
  void readsWindowsTextAndUtf16() throws IOException {
    String text = "\uFEFFGOAL: größer\r\nVERIFY: true\r\n";
    assertThat(read(text).goal()).isEqualTo("größer");
    Path file = folder.resolve("wide.md");
    Files.write(file, text.getBytes(StandardCharsets.UTF_16LE));
    assertThat(reader.read(file).goal()).isEqualTo("größer");
    assertThat(reader.read(file).verify()).containsExactly("true");
  }

  @Test
  void readsEveryLineEndAndEveryMarkedEncoding() throws IOException {
    String text = "# Gr\u00fc\u00dfe \ud83d\ude80\nGOAL: one\nVERIFY: true\n";
    Path file = folder.resolve("any.md");
    for (String end : List.of("\n", "\r\n", "\r")) {
      for (Charset charset :
          List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
        Files.write(file, ("\uFEFF" + text.replace("\n", end)).getBytes(charset));
        SpecDocument spec = reader.read(file);
        assertThat(spec.text()).as(charset + " with " + end.length()).isEqualTo(text);
        assertThat(spec.title()).isEqualTo("Gr\u00fc\u00dfe \ud83d\ude80");
      }
    }
  }

  @Test
  void saysInWhichLineATextStopsBeingOne() throws IOException {
    byte[] latin = "one\r\ntwo\rgr\u00fcn\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(fault(latin)).isEqualTo(":3 not a text in UTF-8");
    assertThat(fault(new byte[] {'a', '\n', 0, 'b', '\n'})).startsWith(":2 not a text: it has NUL");
    byte[] unpaired = "\uFEFFa\n\ud83d".getBytes(StandardCharsets.UTF_16LE);
    unpaired = Arrays.copyOf(unpaired, unpaired.length - 1);
    assertThat(fault(unpaired)).isEqualTo(":2 not a text in UTF-16");
    String unmarked = "this looks like UTF-16 without a byte order mark";
    assertThat(fault("GOAL: x".getBytes(StandardCharsets.UTF_16LE))).isEqualTo(":1 " + unmarked);
    assertThat(fault("GOAL: x".getBytes(StandardCharsets.UTF_16BE))).isEqualTo(":1 " + unmarked);
  }

  @Test
  @Timeout(20)
  void readsAMegabyteOfWhatever() {
    int megabyte = 1 << 20;
    assertThat(read("GOAL: x\n" + "word ".repeat(megabyte / 5)).goal())
        .hasSizeGreaterThan(1_000_000);
    assertThat(read("SUCCESS CRITERIA:\n" + "- it works\n".repeat(90_000)).criteria())
        .hasSize(90_000);
    for (String odd :
        List.of("# ", "[", "`", "**", "- ", "A ", "[Describe ", " ", "(", ": ", "<!--")) {
      String text = odd.repeat(megabyte / 2 / odd.length());
      assertThat(read("x" + text + "\nGOAL: " + text + "y").digest()).hasSize(64);
      assertThat(Unfinished.marks(text)).hasSizeLessThan(2);
      assertThat(Acceptance.criteria(text)).isEmpty();
    }
  }

  @Test
  void readsHeadingsWithAnAside() {
    assertThat(read("## Success Criteria *(mandatory)*\n- works\n").criteria())
        .containsExactly("works");
  }

  private String fault(byte[] content) throws IOException {
    Path file = file(content);
    try {
      return "no fault but " + reader.read(file).text();
    } catch (SpecRefusal refusal) {
      SpecFault fault = refusal.faults().get(0);
      assertThat(fault.remedy()).isNotBlank();
      return fault.place().replace(file.toString(), "") + " " + fault.fault();
    }
  }

  @Test
  void keepsEscapesOutOfWhatScreensShow() {
    SpecDocument spec = read("PROJECT: a\u001b[31mred\nGOAL: b\u0007ell\n");
    assertThat(spec.title()).isEqualTo("a [31mred");
    assertThat(spec.goal()).isEqualTo("bell");
  }

  @Test
  void shortensTheGoalForWorkflows() {
    Spec spec = read("GOAL: " + "long ".repeat(100)).asSpec(Path.of("/kept/spec.md"));
    assertThat(spec.goal()).hasSize(300).endsWith("…");
    assertThat(spec.file()).isEqualTo("/kept/spec.md");
    assertThat(spec.digest()).hasSize(64);
    Spec many = read("SUCCESS CRITERIA:\n" + "- it works\n".repeat(1000)).asSpec(Path.of("/x"));
    assertThat(many.criteria()).hasSize(101).endsWith("900 more, which the spec says");
    Spec wide = read("SUCCESS CRITERIA:\n" + "it works ".repeat(1000)).asSpec(Path.of("/x"));
    assertThat(wide.criteria().get(0)).hasSize(500);
  }

  @Test
  void refusesWhatIsNoSpec() throws IOException {
    refuses(folder.resolve("missing.md"), Kind.NOT_FOUND, "there is no spec");
    refuses(folder, Kind.USAGE, "is a folder");
    refuses(file(new byte[0]), Kind.USAGE, "is empty");
    refuses(file(" \n\t\n".getBytes(StandardCharsets.UTF_8)), Kind.USAGE, "is empty");
    refuses(file(new byte[] {'a', 0, 'b'}), Kind.USAGE, "NUL");
    refuses(file(new byte[] {(byte) 0xC3, 'x'}), Kind.USAGE, "not a text in UTF-8");
    refuses(file(new byte[SpecText.LARGEST + 1]), Kind.USAGE, "larger than 2 MB");
    refuses(Path.of("/dev/null"), Kind.USAGE, "not an ordinary file");
  }

  private void refuses(Path file, Kind kind, String words) {
    assertThatThrownBy(() -> reader.read(file))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind))
        .hasMessageContaining(words);
  }

  private SpecDocument read(String text) {
    try {
      return reader.read(Files.writeString(folder.resolve("todo.md"), text));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("bytes.md"), content);
  }
}
