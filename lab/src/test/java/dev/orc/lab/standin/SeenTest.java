package dev.orc.lab.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String BRIEF =
      "[orc b1 from orc]\n# You are the developer of project shop\n";
  private static final String DEVELOPER = "shop:developer";

  private final Seen seen = new Seen();

  @Test
  void aGrowingConversationIsSeenOnce() {
    note(BRIEF);
    note(BRIEF, "[orc m1 from person]\none");
    note(BRIEF, "[orc m1 from person]\none", "[orc m2 from tester]\ntwo\nlines");
    assertThat(seen.letters(DEVELOPER))
        .extracting(Seen.SeenLetter::id, Seen.SeenLetter::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("b1", "# You are the developer of project shop\n"),
            org.assertj.core.groups.Tuple.tuple("m1", "one"),
            org.assertj.core.groups.Tuple.tuple("m2", "two\nlines"));
  }

  @Test
  void whatTheModelSawTwiceIsThereTwice() {
    note(BRIEF, "[orc m1 from person]\none", "[orc m1 from person]\none");
    assertThat(seen.letters(DEVELOPER))
        .extracting(Seen.SeenLetter::id)
        .containsExactly("b1", "m1", "m1");
  }

  @Test
  void lettersThatAProgramJoinedAreTakenApart() {
    note(BRIEF, "[orc m1 from person]\none\n\n[orc m2 from tester]\ntwo");
    assertThat(seen.letters(DEVELOPER))
        .extracting(Seen.SeenLetter::text)
        .endsWith("one\n\n", "two");
  }

  @Test
  void aLetterArrivesWhenItIsFirstSeen() {
    note(BRIEF);
    seen.note(NOW.plusSeconds(9), "/", Mood.FINE, talk(BRIEF, "[orc m1 from person]\none"));
    seen.note(NOW.plusSeconds(20), "/", Mood.FINE, talk(BRIEF, "[orc m1 from person]\none"));
    assertThat(seen.arrivals()).containsEntry("m1", NOW.plusSeconds(9));
  }

  private void note(String... texts) {
    seen.note(NOW, "/", Mood.FINE, talk(texts));
  }

  private static Talk talk(String... texts) {
    return new Talk(List.of(texts), List.of(), Set.of("Bash"), false);
  }
}
