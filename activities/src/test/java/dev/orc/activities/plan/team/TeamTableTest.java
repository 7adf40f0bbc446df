package dev.orc.activities.plan.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleChoice;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamWish;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found and planned for every sample tree, as {@code teams.txt} has it. */
class TeamTableTest {
  @TempDir Path folder;

  /** One line of the table. */
  record Row(String tree, String wish, String type, String band, String size, String team) {
    static Row of(String line) {
      String[] cells = line.split("\\|", -1);
      return new Row(
          cells[0].strip(),
          cells[1].strip(),
          cells[2].strip(),
          cells[3].strip(),
          cells[4].strip(),
          cells[5].strip());
    }

    @Override
    public String toString() {
      return tree + (wish.isEmpty() ? "" : " " + wish);
    }
  }

  static Stream<Row> rows() {
    return SampleTrees.text("teams.txt")
        .lines()
        .filter(line -> line.contains("|") && !line.startsWith("tree "))
        .map(Row::of);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyTreeGetsItsTeam(Row row) {
    TeamPlan plan = planned(row.tree(), wish(row.wish()));

    assertThat(said(plan)).isEqualTo(row.type() + " " + row.size() + ": " + row.team());
    String[] band = row.band().split("-", 2);
    assertThat(plan.confidence())
        .isBetween(Double.valueOf(band[0]), Double.valueOf(band[band.length - 1]));
    everyChoiceHasOneLineOfReason(plan);
  }

  @Test
  void theTableCoversEveryTypeSizeAndPlan() {
    Set<String> seen = new HashSet<>();
    rows().forEach(row -> Stream.of(row.type(), row.size()).forEach(seen::add));
    rows().flatMap(row -> Stream.of(row.wish().split("[ =]", -1))).forEach(seen::add);

    assertThat(rows().map(Row::tree).distinct()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(seen)
        .contains("web_application", "code_project", "system_deployment", "data_pipeline")
        .contains("infrastructure_as_code", "small", "medium", "large", "enterprise")
        .contains("pro", "max5", "max20", "console");
    assertThat(new SampleTrees(folder).count())
        .isEqualTo((int) rows().map(Row::tree).distinct().count());
  }

  private TeamPlan planned(String tree, TeamWish wish) {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", folder.resolve("home").toString()));
    RoleLibrary library = RoleLibrary.bundled();
    SampleTrees.Sample sample = new SampleTrees(folder).make(tree);
    return SampleTrees.planner(library, folders)
        .plan(new TeamQuestion(sample.tree(), sample.spec(), wish, role -> Program.of("claude")));
  }

  private static String said(TeamPlan plan) {
    return "%s %s: %s"
        .formatted(
            plan.type(),
            plan.size(),
            plan.team().roles().stream().map(Role::name).collect(Collectors.joining(" ")));
  }

  private static void everyChoiceHasOneLineOfReason(TeamPlan plan) {
    assertThat(plan.choices()).extracting(RoleChoice::why).allMatch(why -> oneLine(why));
    assertThat(plan.typeReasons()).isNotEmpty().allMatch(TeamTableTest::oneLine);
    assertThat(plan.choices().stream().filter(RoleChoice::taken).map(RoleChoice::role))
        .containsExactlyElementsOf(plan.team().roles().stream().map(Role::name).toList());
    assertThat(plan.choices()).extracting(RoleChoice::role).doesNotHaveDuplicates();
  }

  private static boolean oneLine(String why) {
    return why != null && !why.isBlank() && !why.contains("\n");
  }

  /** Reads {@code plan=pro add=researcher+devops tiers=3}. */
  private static TeamWish wish(String text) {
    Map<String, String> wishes =
        Stream.of(text.split(" ", -1))
            .filter(word -> word.contains("="))
            .collect(Collectors.toMap(w -> w.split("=", 2)[0], w -> w.split("=", 2)[1]));
    return new TeamWish(
        wishes.get("type"),
        wishes.get("size"),
        wishes.get("plan"),
        list(wishes.get("roles")),
        list(wishes.get("add")),
        Integer.parseInt(wishes.getOrDefault("tiers", "0")),
        false,
        null,
        false,
        false);
  }

  private static List<String> list(String words) {
    return words == null ? List.of() : List.of(words.toLowerCase(Locale.ROOT).split("\\+", -1));
  }
}
