package dev.orc.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @Test
  void quotesWhatHoldsCommasQuotesAndBreaks() {
    assertThat(Csv.line(Arrays.asList("a", null, "b,c", "d\"e", "f\ng", 7, -7)))
        .isEqualTo("a,,\"b,c\",\"d\"\"e\",\"f\ng\",7,-7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
  void marksWhatASpreadsheetWouldCompute(String text) {
    assertThat(Csv.line(Arrays.asList(text)).replace("\"", "")).startsWith("'");
  }
}
