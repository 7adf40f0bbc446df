package dev.orc.activities.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChosenAnswerTest {
  private static final List<String> CHOICES =
      List.of("Yes", "Yes, and don't ask again for: git tag *", "No, tell it what to do");

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "3, 2",
    "yes, 0",
    "YES, 0",
    "no, 2",
    "' no ', 2",
    "'No, tell', 2",
    "'yes, and', 1",
  })
  void isByNumberByWordsOrByYesAndNo(String said, int place) {
    assertThat(ChosenAnswer.among(CHOICES, said)).hasValue(place);
  }

  @ParameterizedTest
  @CsvSource({"0", "4", "99", "''", "y", "maybe", "'Yes,  and'"})
  void whatFitsNoneOrSeveralMeansNone(String said) {
    assertThat(ChosenAnswer.among(CHOICES, said)).isEmpty();
  }

  @Test
  void programsSayYesAndNoInOtherWords() {
    List<String> codex = List.of("accept", "acceptForSession", "decline", "cancel");
    assertThat(ChosenAnswer.among(codex, "yes")).hasValue(0);
    assertThat(ChosenAnswer.among(codex, "no")).hasValue(2);
    assertThat(ChosenAnswer.among(List.of("once", "always", "reject"), "yes")).hasValue(0);
    assertThat(ChosenAnswer.among(List.of("Red", "Blue"), "yes")).isEmpty();
  }
}
