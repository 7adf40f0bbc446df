package dev.orc.activities.plan.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.SpecEntry;
import dev.orc.workflows.model.SpecFault;
import dev.orc.workflows.model.SpecsReport;
import dev.orc.workflows.model.SpecsRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecCatalogTest {
  @TempDir Path temp;
  private Path root;
  private SpecCatalog catalog;

  @BeforeEach
  void open() throws IOException {
    root = temp.toRealPath();
    catalog = new SpecCatalog(root.resolve("home"));
  }

  @Test
  void takesDocumentsAsNamedAndEachOnce() throws IOException {
    write("b.md", "# Second\nGOAL: b");
    write("a.md", "PROJECT: First\nGOAL: a");
    Files.createSymbolicLink(root.resolve("link.md"), root.resolve("a.md"));

    SpecsReport report = check("b.md", "a.md", "./b.md", "link.md");

    assertThat(report.faults()).isEmpty();
    assertThat(report.entries()).extracting(SpecEntry::title).containsExactly("Second", "First");
    SpecEntry first = report.entries().get(0);
    assertThat(first.spec()).isEqualTo(root.resolve("b.md").toString());
    assertThat(first.kind()).isEqualTo("markdown");
    assertThat(first.name()).isEqualTo("b");
    assertThat(first.project()).isNull();
    assertThat(report.batch()).isEqualTo(BatchWish.NONE);
  }

  @Test
  void takesWhatIsASpecInAFolderByName() throws IOException {
    write("all/z.md", "## Goal\nz");
    write("all/notes.md", "# Only notes\n\nNothing to build.");
    write("all/README.md", "## Requirements\nJava");
    write("all/package.json", "{\"name\": \"x\"}");
    write("all/deeper/c.md", "GOAL: not looked for");
    kit("all/specs/002-photos");
    kit("all/specs/001-albums");
    write("all/specs/2024-archive/old.txt", "not a Spec Kit directory");
    write("all/specs/plain.md", "GOAL: not looked for");

    SpecsReport report = check("all");

    assertThat(report.faults()).isEmpty();
    assertThat(report.entries())
        .extracting(SpecEntry::name)
        .containsExactly("notes", "001-albums", "002-photos", "z");
    assertThat(report.entries().get(0).skipped()).startsWith("no spec");
    assertThat(report.entries().get(1).kind()).isEqualTo("spec-kit");
    assertThat(check("all/specs").entries()).hasSize(3);
  }

  @Test
  void expandsPatterns() throws IOException {
    write("p/b.md", "b");
    write("p/a.md", "a");
    write("p/README.md", "about");
    write("p/deep/er/c.md", "c");
    write("p/.git/d.md", "d");
    write("p/deep-tmux-worktrees/tester/c.md", "a copy in an agent's worktree");
    kit("p/specs/001-albums");

    assertThat(names(check("p/*.md"))).containsExactly("a", "b");
    assertThat(names(check("p/{b,none}.md"))).containsExactly("b");
    assertThat(names(check("p/**/*.md"))).containsExactly("a", "b", "c", "001-albums");
    assertThat(names(check("p/specs/*"))).containsExactly("001-albums");
    assertThat(names(check("p/?.md", "p/deep/*/c.md"))).containsExactly("a", "b", "c");
    assertThat(fault(check("p/*.txt")).fault()).contains("matches no spec");
    assertThat(fault(check("p/[.md")).fault()).contains("no pattern");
    write("p/[x].md", "a name that looks like a pattern");
    assertThat(names(check("p/[x].md"))).containsExactly("[x]");
    write("p/{q}/z.md", "a folder whose name does");
    assertThat(names(check("p/{q}/*.md"))).containsExactly("z");
    assertThat(names(check("p/{q}/**/z.md"))).containsExactly("z");
    assertThat(names(check("p/deep/../d*/**/c.md"))).containsExactly("c");
  }

  @Test
  void saysWhatIsNotThere() throws IOException {
    Files.createDirectories(root.resolve("hollow"));
    Files.createSymbolicLink(root.resolve("lost.md"), root.resolve("nowhere"));
    write("latin.md", "x");
    Files.write(root.resolve("latin.md"), "gr\u00fcn".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(root.resolve("empty.md"), "\n");

    List<SpecFault> faults = check("none.md", "hollow", "lost.md", "latin.md", "empty.md").faults();

    MalformedCases.wellSaid(faults);
    assertThat(faults)
        .extracting(SpecFault::fault)
        .containsExactly(
            "there is no such file",
            "there is no spec and no spec map in this folder",
            "a link that leads nowhere",
            "not a text in UTF-8",
            "is empty");
    assertThat(faults.get(3).place()).isEqualTo(root.resolve("latin.md") + ":1");
    assertThat(fault(report("relative.md")).fault()).isEqualTo("not an absolute path");
    assertThat(fault(report("/a\0b")).fault()).contains("no path");
    assertThat(fault(report()).fault()).isEqualTo("no spec is named");
  }

  @Test
  void leavesToTheMapWhatTheMapNames() throws IOException {
    write("all/a.md", "GOAL: a");
    write("all/b.md", "GOAL: b");
    write("all/map.json", map("{\"spec_file\": \"a.md\", \"project_directory\": \"../shop\"}"));
    Files.createDirectories(root.resolve("shop"));

    SpecsReport report = check("all", "all/a.md", "all/map.json");

    assertThat(report.faults()).isEmpty();
    assertThat(names(report)).containsExactlyInAnyOrder("a", "b");
    SpecEntry a = entry(report, "a");
    assertThat(a.project()).isEqualTo(root.resolve("shop").toString());
    assertThat(a.place()).startsWith(root.resolve("all/map.json") + ":");
  }

  @Test
  void givesEveryEntryANameOfItsOwn() throws IOException {
    write("one/x.md", "1");
    write("two/x.md", "2");
    write("x-2.md", "3");

    assertThat(names(check("one/x.md", "two/x.md", "x-2.md"))).containsExactly("x", "x-2", "x-2-2");
  }

  @Test
  void takesDependenciesByNameFileAndAcrossDocuments() throws IOException {
    write("base.md", "GOAL: base");
    write("one/x.md", "GOAL: 1");
    write("two/x.md", "GOAL: 2");
    write(
        "map.json",
        map(
            "{\"spec_file\": \"one/x.md\", \"project_directory\": \".\", \"priority\": 5,"
                + " \"depends_on\": [\"base\", \"two/x.md\"]}",
            "{\"spec_file\": \"two/x.md\", \"project_directory\": \".\"}"));

    SpecsReport report = check("map.json", "base.md");

    assertThat(report.faults()).isEmpty();
    assertThat(report.entries().get(0).dependsOn()).containsExactly("base", "x-2");
    assertThat(report.entries().get(0).priority()).isEqualTo(5);
  }

  @Test
  void saysHowABatchIsToBeRun() throws IOException {
    write("a.md", "GOAL: a");
    String entry = "\"specs\": [{\"spec_file\": \"a.md\", \"project_directory\": \".\"}]";
    write(
        "wide.json",
        "{\"version\": \"1.0\", "
            + entry
            + ", \"batch_config\": {\"parallel\": true, \"continue_on_error\": false,"
            + " \"log_level\": \"DEBUG\"}}");
    write(
        "seven.json",
        "{\"version\": \"1.0\", "
            + entry.replace("\".\"", "\"/tmp\"")
            + ", \"batch_config\": {\"parallel\": 7}}");

    assertThat(check("wide.json").batch()).isEqualTo(new BatchWish(4, false, "DEBUG"));
    assertThat(check("seven.json").batch().parallel()).isEqualTo(7);
    assertThat(fault(check("wide.json", "seven.json")).fault()).startsWith("'parallel' is ");
  }

  @Test
  void aProjectForAllMustBeThere() throws IOException {
    write("a.md", "GOAL: a");
    write("b.md", "GOAL: b");
    kit("specs/001-photos");
    List<String> paths = Stream.of("a.md", "b.md").map(root::resolve).map(Path::toString).toList();

    SpecsReport none = catalog.report(new SpecsRequest(paths, List.of(), root + "/none"));
    assertThat(fault(none).place()).isEqualTo("--project");
    for (String odd : List.of("/a\0b", "relative")) {
      SpecsReport wrong = catalog.report(new SpecsRequest(paths, List.of(), odd));
      assertThat(fault(wrong).place()).isEqualTo("--project");
    }
    SpecsReport there = catalog.report(new SpecsRequest(paths, List.of(), root.toString()));
    assertThat(there.faults()).isEmpty();
    assertThat(there.entries()).allMatch(entry -> entry.project().equals(root.toString()));
    Files.createDirectories(root.resolve("other"));
    String kit = root.resolve("specs/001-photos").toString();
    SpecsReport outside =
        catalog.report(new SpecsRequest(List.of(kit), List.of(), root + "/other"));
    assertThat(fault(outside).fault()).contains("lies outside its project");
    assertThat(catalog.report(new SpecsRequest(List.of(kit), List.of(), root.toString())).faults())
        .isEmpty();
  }

  @Test
  void aTagThatNobodyHasIsAFault() throws IOException {
    write("a.md", "GOAL: a");
    write(
        "map.json",
        map("{\"spec_file\": \"a.md\", \"project_directory\": \".\", \"tags\": [\"backend\"]}"));

    SpecsReport report = check(List.of("backend", "backedn"), "map.json");

    assertThat(names(check(List.of("backend"), "map.json", "a.md"))).containsExactly("a");
    assertThat(fault(report))
        .isEqualTo(
            new SpecFault(
                "--filter-tags", "no entry has the tag 'backedn'", "did you mean backend?"));
  }

  @Test
  void whatIsStartedDependsOnNothingThatIsNot() throws IOException {
    write("a.md", "GOAL: a");
    write("b.md", "GOAL: b");
    write(
        "map.json",
        map(
            "{\"spec_file\": \"a.md\", \"project_directory\": \".\", \"tags\": [\"x\"],"
                + " \"depends_on\": [\"b\"]}",
            "{\"spec_file\": \"b.md\", \"project_directory\": \".\", \"tags\": [\"y\"]}"));

    assertThat(check("map.json").faults()).isEmpty();
    assertThat(fault(check(List.of("x"), "map.json")).fault())
        .isEqualTo("depends on 'b', which is not started: filtered out");
    assertThat(check(List.of("y"), "map.json").faults()).isEmpty();
  }

  @Test
  void whatAMapHasDisabledIsStartedWhenItIsNamed() throws IOException {
    write("all/a.md", "GOAL: a");
    write(
        "all/map.json",
        map("{\"spec_file\": \"a.md\", \"project_directory\": \".\", \"enabled\": false}"));

    assertThat(fault(check("all")).fault()).startsWith("nothing is left to start");
    SpecsReport named = check("all/map.json", "all/a.md");
    assertThat(named.faults()).isEmpty();
    assertThat(named.entries())
        .extracting(SpecEntry::name, SpecEntry::skipped)
        .containsExactly(tuple("a", "disabled"), tuple("a-2", null));
  }

  @Test
  void readsMapsInAnyEncodingThatSaysWhichItIs() throws IOException {
    write("a.md", "GOAL: a");
    String map = map("{\"spec_file\": \"a.md\", \"project_directory\": \"gr\u00fcn\"}");
    Files.createDirectories(root.resolve("gr\u00fcn"));
    String marked = "\uFEFF" + map.replace("\n", "\r\n");
    Files.write(root.resolve("wide.json"), marked.getBytes(StandardCharsets.UTF_16LE));
    Files.write(root.resolve("big.json"), marked.getBytes(StandardCharsets.UTF_16BE));
    Files.write(root.resolve("mark.json"), marked.getBytes(StandardCharsets.UTF_8));

    for (String name : List.of("wide.json", "big.json", "mark.json")) {
      assertThat(check(name).faults()).as(name).isEmpty();
      assertThat(check(name).entries().get(0).project()).endsWith("gr\u00fcn");
    }
  }

  private void kit(String path) throws IOException {
    write(path + "/spec.md", "# Feature Specification: Photos");
    write(path + "/plan.md", "# Plan");
    write(path + "/tasks.md", "- [ ] T001 Begin");
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(root.resolve(name).getParent());
    Files.writeString(root.resolve(name), text);
  }

  private static String map(String... entries) {
    return "{\n\"version\": \"1.0\",\n\"specs\": [" + String.join(",\n", entries) + "]\n}";
  }

  private SpecsReport check(String... paths) {
    return check(List.of(), paths);
  }

  private SpecsReport check(List<String> tags, String... paths) {
    List<String> absolute = Stream.of(paths).map(path -> root + "/" + path).toList();
    return catalog.report(new SpecsRequest(absolute, tags, null));
  }

  private SpecsReport report(String... paths) {
    return catalog.report(new SpecsRequest(List.of(paths), List.of(), null));
  }

  private static SpecFault fault(SpecsReport report) {
    assertThat(report.faults()).hasSize(1);
    MalformedCases.wellSaid(report.faults());
    return report.faults().get(0);
  }

  private static List<String> names(SpecsReport report) {
    assertThat(report.faults()).isEmpty();
    return report.entries().stream().map(SpecEntry::name).toList();
  }

  private static SpecEntry entry(SpecsReport report, String name) {
    return report.entries().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
