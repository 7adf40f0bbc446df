package dev.orc.activities.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.git.MergeOutlook.Outlook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is foreseen is what a real merge meets, whatever two branches did. */
class MergeOutlookTest {
  private static final int HISTORIES = 50;
  private static final int FILES = 2;
  private static final int LINES = 6;

  @TempDir Path folder;

  @Test
  void agreesWithRealMerges() {
    GitForTests main = GitForTests.repository(folder.resolve("app"));
    for (int file = 0; file < FILES; file++) {
      main.write(name(file), text(file));
    }
    String base = main.commit("Files");
    MergeOutlook outlook = new MergeOutlook(GitForTests.program());
    int conflicts = 0;
    for (int seed = 0; seed < HISTORIES; seed++) {
      Random random = new Random(seed);
      String one = side(main, base, random);
      String other = side(main, base, random);
      Outlook foreseen = outlook.of(main.root(), one, other);

      main.say("checkout", "--quiet", "--force", "--detach", one);
      boolean merged = main.attempt("merge", "--quiet", "--no-edit", other).well();
      String unmerged = main.say("diff", "--name-only", "--diff-filter=U", "-z");
      main.say("reset", "--quiet", "--hard");
      assertThat(foreseen.fault()).as("history %s", seed).isNull();
      assertThat(foreseen.conflicts().isEmpty()).as("history %s", seed).isEqualTo(merged);
      assertThat(foreseen.conflicts())
          .as("history %s", seed)
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(unmerged.split("\0", -1)).filter(f -> !f.isEmpty()).distinct().toList());
      assertThat(outlook.of(main.root(), other, one)).isSameAs(foreseen);
      conflicts += merged ? 0 : 1;
    }
    assertThat(conflicts).as("of both kinds").isBetween(HISTORIES / 6, HISTORIES * 5 / 6);
  }

  private static String side(GitForTests main, String base, Random random) {
    main.say("checkout", "--quiet", "--force", "--detach", base);
    for (int change = 0; change <= random.nextInt(2); change++) {
      int file = random.nextInt(FILES);
      Path path = main.root().resolve(name(file));
      switch (Files.exists(path) ? random.nextInt(6) : 5) {
        case 0 -> main.say("mv", name(file), "moved " + random.nextInt(3) + ".txt" + change);
        case 1 -> main.say("rm", "--quiet", "--force", name(file));
        case 5 -> main.write("new " + random.nextInt(3), "n" + random.nextInt(2));
        default -> main.write(name(file), edited(file, random));
      }
      main.commit("Change");
    }
    return main.head();
  }

  private static String edited(int file, Random random) {
    List<String> lines = new ArrayList<>(text(file).lines().toList());
    lines.set(random.nextInt(LINES), "edited " + random.nextInt(1_000));
    return String.join("\n", lines) + "\n";
  }

  private static String name(int file) {
    return "file ß " + file;
  }

  private static String text(int file) {
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < LINES; line++) {
      text.append("line ").append(line).append(" of ").append(file).append('\n');
    }
    return text.toString();
  }
}
