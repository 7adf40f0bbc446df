package dev.orc.cli.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.release.SemanticVersion.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseMessageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "feat: pay by invoice|MINOR|pay by invoice",
        "feat(api): pay|MINOR|pay",
        "Feature: pay|MINOR|pay",
        "add: pay|MINOR|pay",
        "Add paying by invoice|MINOR|Add paying by invoice",
        "feat!: drop it|MAJOR|Breaking: drop it",
        "fix(api)!: drop it|MAJOR|Breaking: drop it",
        "breaking: drop it|MAJOR|Breaking: drop it",
        "fix: x; BREAKING CHANGE: y|MAJOR|Breaking: x; BREAKING CHANGE: y",
        "fix: count|PATCH|count",
        "docs: tell of every BREAKING CHANGE we had|PATCH|tell of every BREAKING CHANGE we had",
        "fix the feat: of strength!|PATCH|fix the feat: of strength!",
        "address book|PATCH|address book",
        "feats of strength|PATCH|feats of strength",
        "what!|PATCH|what!",
        "feat:|MINOR|feat:",
      })
  void saysWhichNumberGoesUp(String text, Level level, String entry) {
    assertThat(new ReleaseMessage(text).level()).isEqualTo(level);
    assertThat(new ReleaseMessage(text).entry()).isEqualTo(entry);
  }

  @Test
  void readsFooters() {
    assertThat(new ReleaseMessage("fix: x\n\nBREAKING CHANGE: y").level()).isEqualTo(Level.MAJOR);
    assertThat(new ReleaseMessage("fix: x\n\nBREAKING-CHANGE: y").level()).isEqualTo(Level.MAJOR);
    assertThat(new ReleaseMessage("fix: x\n\nfeat: y").level()).isEqualTo(Level.PATCH);
    assertThat(new ReleaseMessage(" \n feat: x\n\nmore\n ").entry()).isEqualTo("x");
  }

  @Test
  void tagsAreVersionsAsSemverSays() {
    assertThat(SemanticVersion.of("v1.2.3")).contains(new SemanticVersion("v", 1, 2, 3));
    assertThat(SemanticVersion.of("10.0.0").orElseThrow())
        .isGreaterThan(SemanticVersion.of("v9.99.99").orElseThrow());
    for (String none :
        new String[] {"v1.2", "v1.2.3-rc.1", "V1.2.3", "v01.2.3", "x1.2.3", "1.2.3.4"}) {
      assertThat(SemanticVersion.of(none)).as(none).isEmpty();
    }
    assertThat(SemanticVersion.NONE.next(Level.PATCH)).hasToString("v0.0.1");
    assertThat(new SemanticVersion("", 1, 2, 3).next(Level.MINOR)).hasToString("1.3.0");
    assertThat(new SemanticVersion("v", 1, 2, 3).next(Level.MAJOR)).hasToString("v2.0.0");
  }
}
