package dev.orc.cli.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds what the agents say they received against what was said to them. Confined to one thread.
 *
 * <p>A life that follows another is told again what the one before it may have got, and told that
 * it is so; that is counted apart. Everything else that comes a second time is doubled.
 */
final class KillAllVerdict {
  private static final String TOLD_AGAIN = "(An earlier life of yours";

  private final Map<String, SpokenWord> words;
  private final Set<String> received = new HashSet<>();
  private final Map<Lane, Integer> highest = new HashMap<>();
  private final List<String> doubled = new ArrayList<>();
  private final List<String> reordered = new ArrayList<>();
  private int toldAgain;

  private KillAllVerdict(Map<String, SpokenWord> words) {
    this.words = words;
  }

  static KillAllVerdict of(Map<String, SpokenWord> words, List<ReceiptFile.Line> receipts) {
    KillAllVerdict verdict = new KillAllVerdict(words);
    receipts.stream().filter(line -> words.containsKey(line.id())).forEach(verdict::take);
    return verdict;
  }

  private void take(ReceiptFile.Line line) {
    SpokenWord word = words.get(line.id());
    if (!received.add(line.id())) {
      again(word, line);
      return;
    }
    int before = highest.getOrDefault(word.lane(), 0);
    if (word.number() < before) {
      reordered.add(shown(word) + " came after number " + before);
    }
    highest.put(word.lane(), Math.max(before, word.number()));
  }

  private void again(SpokenWord word, ReceiptFile.Line line) {
    if (line.text().contains(TOLD_AGAIN)) {
      toldAgain++;
    } else {
      doubled.add(shown(word) + " came again, to life " + line.life());
    }
  }

  List<String> lost() {
    Map<String, SpokenWord> missing = new TreeMap<>(words);
    missing.keySet().removeAll(received);
    return missing.values().stream().map(word -> shown(word) + " never came").toList();
  }

  List<String> doubled() {
    return doubled;
  }

  List<String> reordered() {
    return reordered;
  }

  int toldAgain() {
    return toldAgain;
  }

  boolean received(SpokenWord word) {
    return received.contains(word.id());
  }

  private static String shown(SpokenWord word) {
    String way = word.kept() ? ", by the outbox" : "";
    return "number " + word.number() + " of " + word.lane() + " (" + word.id() + way + ")";
  }
}
