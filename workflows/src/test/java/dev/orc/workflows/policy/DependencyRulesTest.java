package dev.orc.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DependencyRulesTest {
  @Test
  void findsNoRingWhereThereIsNone() {
    assertThat(DependencyRules.ring(Map.of())).isEmpty();
    assertThat(
            DependencyRules.ring(
                Map.of(
                    "a", List.of("b", "c", "elsewhere"),
                    "b", List.of("c", "c"),
                    "c", List.of())))
        .isEmpty();
  }

  @Test
  void namesTheRingAndNobodyWhoOnlyLeadsToIt() {
    Map<String, List<String>> ring = new LinkedHashMap<>();
    ring.put("leads", List.of("a"));
    ring.put("a", List.of("free", "b"));
    ring.put("b", List.of("c"));
    ring.put("c", List.of("a"));
    ring.put("free", List.of());
    assertThat(DependencyRules.ring(ring)).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(DependencyRules.ring(Map.of("a", List.of("a")))).containsExactly("a");
  }

  @Test
  void walksAChainOfTenThousand() {
    Map<String, List<String>> chain = new LinkedHashMap<>();
    for (int number = 0; number < 10_000; number++) {
      chain.put("p" + number, number == 0 ? List.of() : List.of("p" + (number - 1)));
    }
    assertThat(DependencyRules.ring(chain)).isEmpty();
  }
}
